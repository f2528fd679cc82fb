-- What is in here only as long as H2 has the file open: the door sees by it whether the journal has been looked at.

create memory table opened (id uuid not null) not persistent;
comment on table opened is 'One row once everything the journal holds is in the database.';
