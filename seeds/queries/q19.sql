-- title_zh: 关东共同体由哪些单位组成？
-- title_en: What is the Kanto community made of?
select m.measure, m.raw as figure, m.low as number, e.briefing_key as briefing, e.quote
from v_metric m
left join v_evidence e on e.target = m.id and e.stance = 'supports'
where m.project = :project and m.subject_key = 'org.kanto'
order by m.low desc, m.key, e.briefing_key, e.start_utf16
