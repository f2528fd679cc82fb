-- title_zh: 受资助的技术转移机构五年间帮助大学申请了多少项国内专利？
-- title_en: How many domestic patents did the supported TLOs help universities to file in the five years?
select m.measure, m.raw as figure, m.period, e.briefing_key as briefing, e.quote
from v_metric m
left join v_evidence e on e.target = m.id and e.stance = 'supports'
where m.project = :project and m.subject_key = 'pol.regional.pioneer' and m.measure like '%国内专利%'
order by m.key, e.briefing_key, e.start_utf16
