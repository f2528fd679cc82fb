-- title_zh: 瑞士量子通信卫星项目中公私资金各多少？政府承担多少早期风险？
-- title_en: Public and private money in the Swiss quantum satellite project, and the state’s share of early risk?
select m.subject_name as subject, m.measure, m.raw as figure, e.briefing_key as briefing, e.quote
from v_metric m
left join v_evidence e on e.target = m.id and e.stance = 'supports'
where m.project = :project
    and (m.subject_key = 'prj.swiss.quantum' or m.hub_keys = 'hub.zurichbasel' and m.measure like '%风险%')
order by m.key, e.briefing_key, e.start_utf16
