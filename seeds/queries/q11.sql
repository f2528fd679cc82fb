-- title_zh: 慕尼黑的低息研发贷款条件？
-- title_en: Terms of the R&D loans in Munich?
select m.measure as term, m.raw as answer, e.briefing_key as briefing, e.quote
from v_metric m
left join v_evidence e on e.target = m.id and e.stance = 'supports'
where m.project = :project and m.subject_key = 'hub.munich' and m.measure like '%贷款%'
union all
select '贷款机构', r.source_name, e.briefing_key, e.quote
from v_relation r
left join v_evidence e on e.target = r.source and e.stance = 'supports'
where r.project = :project and r.type_key = 'lends-to' and r.target_key = 'hub.munich'
