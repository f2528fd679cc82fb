-- title_zh: 巴黎-萨克雷的三项举措？大学包含多少机构？
-- title_en: Paris-Saclay’s three measures, and what the university holds?
select c.name_zh as item, null as figure, e.briefing_key as briefing, e.quote
from v_mechanism c
left join v_evidence e on e.target = c.id and e.stance = 'supports' and e.role is null
where c.project = :project and c.key in ('mec.saclay.move', 'mec.saclay.univ', 'mec.saclay.entities')
union all
select m.name_zh, m.raw, e.briefing_key, e.quote
from v_metric m
left join v_evidence e on e.target = m.id and e.stance = 'supports'
where m.project = :project and m.subject_key = 'org.saclay.u'
