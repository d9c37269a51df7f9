-- Keys that protect forms and receipts, shared by every silo: a form shown by one may be posted to another, or after
-- a restart.

create table form_keys
(
    name text primary key,
    xml  text not null
);
