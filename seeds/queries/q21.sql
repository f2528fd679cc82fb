-- title_zh: 联络员共派遣多少？首都圈多少？有哪三类职责？
-- title_en: How many liaison officers, how many in the region, which three duties?
select m.measure as item, m.raw as figure, e.briefing_key as briefing, e.quote
from v_metric m
left join v_evidence e on e.target = m.id and e.stance = 'supports'
where m.project = :project and m.measure like '%联络员%' and m.subject_key = 'pol.promo'
union all
select c.name_zh, null, e.briefing_key, e.quote
from v_mechanism c
left join v_evidence e on e.target = c.id and e.stance = 'supports' and e.role is null
where c.project = :project and c.part_of_key = 'mec.liaison'
