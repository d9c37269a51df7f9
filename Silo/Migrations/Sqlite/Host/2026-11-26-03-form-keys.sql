-- Keys that protect forms and receipts, kept over restarts: a form shown before one may be posted after
-- it.

create table form_keys
(
    name text primary key,
    xml  text not null
);
