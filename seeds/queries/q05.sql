-- title_zh: 国外专利费用政府补助多少？每年资助额度多少？
-- title_en: What share of the cost of a foreign patent does the state pay, and how much a year?
select m.measure, m.raw as figure, m.per, e.briefing_key as briefing, e.quote
from v_metric m
left join v_evidence e on e.target = m.id and e.stance = 'supports'
where m.project = :project and m.subject_key = 'pol.regional.pioneer'
    and (m.measure like '%补助%' or m.measure like '%资助额度%')
order by m.key desc, e.briefing_key, e.start_utf16
