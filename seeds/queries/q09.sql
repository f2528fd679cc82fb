-- title_zh: 哪里的科创人才签证审批最快？
-- title_en: Where is the visa for talent fastest?
with fastest as (
    select m.id, m.subject, m.subject_name, m.hubs, m.raw
    from v_metric m
    where m.project = :project and m.measure like '%签证%'
    order by coalesce(m.low, m.high)
    fetch first 1 row only
)
select f.hubs as hub, f.subject_name as programme, f.raw as figure, e.briefing_key as briefing, e.quote
from fastest f join v_evidence e on e.target = f.id and e.stance = 'supports'
union all
select f.hubs, f.subject_name, f.raw, e.briefing_key, e.quote
from fastest f join v_evidence e on e.target = f.subject and e.stance = 'supports'
