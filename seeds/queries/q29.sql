-- title_zh: TGI 实施哪些特区重点研发项目？
-- title_en: Which special-zone projects does TGI run?
select f.owner_name as research_project, e.briefing_key as briefing, e.quote
from v_fact f
left join v_evidence e on e.target = f.owner and e.stance = 'supports'
where f.project = :project and f.key = 'run-by' and f.reference_key = 'org.tgi' and f.owner_kind = 'ResearchProject'
order by f.owner_key, e.briefing_key, e.start_utf16
