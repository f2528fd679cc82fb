-- title_zh: 2014年3月日本指定了哪些国家战略特区？
-- title_en: Which National Strategic Special Zones were named in March 2014?
select f.reference_name as zone, g.period, g.issuer, e.briefing_key as briefing, e.quote
from v_programme g
join v_fact f on f.owner = g.id and f.key = 'zones'
left join v_evidence e on e.target = g.id and e.stance = 'supports'
where g.project = :project and g.name_zh like '国家战略特区%' and g.period = '2014-03'
order by f.reference_key, e.briefing_key, e.start_utf16
