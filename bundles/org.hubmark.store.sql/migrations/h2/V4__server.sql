-- A client at a team server must see whether it knows the tables: the server alone changes them.
grant select on "flyway_schema_history" to hubmark_member;
