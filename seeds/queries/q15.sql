-- title_zh: 以色列人均风险投资额是多少？是全球平均的几倍？
-- title_en: Israel’s venture capital per head, and how many times the world average?
select m.measure, m.raw as figure, m.unit, m.per, e.briefing_key as briefing, e.quote
from v_metric m
left join v_evidence e on e.target = m.id and e.stance = 'supports'
where m.project = :project and m.subject_key = 'hub.israel' and m.measure like '人均风险投资%'
order by m.key, e.briefing_key, e.start_utf16
