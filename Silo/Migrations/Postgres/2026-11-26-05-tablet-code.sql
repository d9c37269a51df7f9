-- A code with which a tablet is paired once, within minutes; the hash of it.

create table tablet_code
(
    code       text not null primary key,
    plant      text not null,
    name       text not null,
    units      text not null,
    made_by    text not null,
    expires_at text not null
);
