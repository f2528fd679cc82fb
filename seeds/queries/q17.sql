-- title_zh: 哪些企业参加了两个平台？
-- title_en: Which companies take part in two of the platforms?
with partner as (
    select r.id, r.source, r.source_key, r.source_name, r.target, r.target_name
    from v_relation r
    where r.project = :project and r.type_key = 'participates-in' and r.target_kind = 'Platform'
), twice as (
    select source, count(distinct target) as platforms from partner group by source having count(distinct target) > 1
)
select m.source_name as company, t.platforms, m.target_name as platform, e.briefing_key as briefing, e.quote
from partner m
join twice t on t.source = m.source
left join v_evidence e on e.target = m.id and e.stance = 'supports'
order by m.source_key, e.briefing_key, e.start_utf16
