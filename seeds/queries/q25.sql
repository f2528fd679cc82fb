-- title_zh: 首都圈风险企业2002—2008年如何变化？与表3是否一致？
-- title_en: Ventures of the capital region 2002–2008, and do they agree with table 3?
with figure as (
    select m.id, m.key, case when m.key like 'met.t3.%' then '表3' else '正文' end as place, m.name_zh, m.low, m.unit,
        m.period
    from v_metric m
    where m.project = :project and (m.subject_key = 'hub.shutoken' and m.measure like '风险企业%'
        or m.key in ('met.t3.shutoken.n', 'met.t3.japan.n', 'met.t3.tokyo.share'))
)
select f.place, f.name_zh as item, f.low as number, f.unit, f.period, e.briefing_key as briefing, e.quote
from figure f
left join v_evidence e on e.target = f.id and e.stance = 'supports'
union all
select '按表3推算', '首都圈占全国', round(100.0 * r.low / n.low, 1), '%', null, null, null
from figure r join figure n on r.key = 'met.t3.shutoken.n' and n.key = 'met.t3.japan.n'
