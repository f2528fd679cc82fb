-- title_zh: 哪些枢纽出现在一篇以上？
-- title_en: Which hubs are named in more than one seed?
with named as (
    select h.id, h.key, h.name_zh, replace(e.briefing_key, 'digest.', 'doc.') as source, e.briefing_key, e.stance,
        e.quote, e.start_utf16
    from v_hub h
    join v_evidence e on e.target = h.id
    where h.project = :project
), often as (
    select id, count(distinct source) as sources from named group by id having count(distinct source) > 1
), stated as (
    select distinct id, source from named where stance = 'supports'
)
select n.key as hub_key, n.name_zh as hub, o.sources, n.briefing_key as briefing, n.quote
from named n
join often o on o.id = n.id
left join stated s on s.id = n.id and s.source = n.source
where n.stance = 'supports' or s.id is null
order by n.key, n.briefing_key, n.start_utf16
