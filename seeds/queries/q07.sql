-- title_zh: 新加坡高校与企业联合研发的专利收益如何分配？
-- title_en: How is income from joint patents split in Singapore?
select m.measure, m.raw as figure, m.low as percent, e.briefing_key as briefing, e.quote
from v_metric m
left join v_evidence e on e.target = m.id and e.stance = 'supports'
where m.project = :project and m.subject_key = 'hub.singapore' and m.measure like '专利收益%'
order by m.low desc, e.briefing_key, e.start_utf16
