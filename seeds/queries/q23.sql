-- title_zh: 区域成果转化小组由哪些人才构成（图2）？
-- title_en: Who makes up the commercialisation team (figure 2)?
select n.label as item, coalesce(e.role, 'node') as role, e.briefing_key as briefing, e.quote
from v_node n
left join v_evidence e on e.target = n.id and e.stance = 'supports'
where n.project = :project and n.exhibit_key = 'fig.001.2'
union all
select x.name_zh, e.role, e.briefing_key, e.quote
from v_exhibit x
join v_evidence e on e.target = x.id and e.stance = 'supports'
where x.project = :project and x.key = 'fig.001.2'
union all
select c.name_zh, e.role, e.briefing_key, e.quote
from v_mechanism c
join v_evidence e on e.target = c.id and e.stance = 'supports' and e.role is null
where c.project = :project and c.key = 'mec.eco.team'
