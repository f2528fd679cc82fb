-- title_zh: 深圳19%的年均增长率指什么？谁说的？
-- title_en: What grew by 19 % a year in Shenzhen, and who said so?
select m.measure, m.raw as figure, coalesce(m.period, '未说明') as period, s.speaker_name as speaker,
    p.affiliation_name as affiliation, t.briefing_key as briefing, e.quote as figure_quote, t.quote
from v_metric m
join v_evidence e on e.target = m.id and e.stance = 'supports'
join v_evidence t on t.edition = e.edition and t.target_kind = 'Statement' and t.stance = 'supports'
    and t.start_utf16 <= e.start_utf16 and t.end_utf16 >= e.end_utf16
join v_statement s on s.id = t.target
left join v_person p on p.id = s.speaker
where m.project = :project and m.subject_key = 'hub.shenzhen' and m.measure like '%增长率%'
order by t.briefing_key, t.start_utf16
