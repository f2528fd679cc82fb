-- title_zh: 有多少项专利成果成功产业化？多少家技术转移机构得到机构改革资助？
-- title_en: How many patented results were brought to industry, and how many TLOs were funded to reform?
select m.measure, m.raw as figure, m.period, e.briefing_key as briefing, e.quote
from v_metric m
left join v_evidence e on e.target = m.id and e.stance = 'supports'
where m.project = :project and m.subject_key = 'pol.regional.pioneer'
    and (m.measure like '%产业化%' or m.measure like '%机构改革%')
order by m.key, e.briefing_key, e.start_utf16
