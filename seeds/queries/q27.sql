-- title_zh: C&D 指什么？取代什么？
-- title_en: What is C&D and what does it replace?
select c.name_zh as concept, f.text as replaces, e.briefing_key as briefing, e.quote
from v_concept c
join v_fact f on f.owner = c.id and f.key = 'contrast'
left join v_evidence e on e.target = c.id and e.stance = 'supports'
where c.project = :project and c.name_zh like '%C&D%'
union all
select m.name_zh, null, e.briefing_key, e.quote
from v_mechanism m
join v_evidence e on e.target = m.id and e.stance = 'supports' and e.role is null
where m.project = :project and m.name_zh like '%C&D%'
