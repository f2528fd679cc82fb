-- title_zh: 哪个枢纽的规模在两篇中互相矛盾？
-- title_en: Which hub’s size is contradictory between seeds?
with size as (
    select m.id, m.subject, m.subject_name, m.measure, m.raw, m.unit, m.low, e.quote, e.briefing_key,
        replace(e.briefing_key, 'digest.', 'doc.') as source
    from v_metric m
    join v_element h on h.id = m.subject and h.kind = 'Hub'
    join v_evidence e on e.target = m.id and e.stance = 'supports'
    where m.project = :project and m.unit in ('家', '名', '人')
        and (m.measure like '%企业%' or m.measure like '%精英%' or m.measure like '%人员%')
)
select distinct a.subject_name as hub, a.measure, a.raw as figure, a.briefing_key as briefing, a.quote
from size a
join size b on b.subject = a.subject and b.unit = a.unit and b.source <> a.source
    and (b.low > 3 * a.low or a.low > 3 * b.low)
order by hub, measure, briefing
