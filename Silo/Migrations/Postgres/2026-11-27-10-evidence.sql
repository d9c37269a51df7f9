-- Photos and files that prove entries, under the SHA-256 of their bytes; the ledger holds the commitment only. Removed bytes leave
-- their row, so that the same ones do not come back.

create table evidence
(
    plant      text    not null,
    sha256     text    not null,
    media_type text    not null,
    length     bigint  not null,
    content    bytea,
    stored_at  text    not null,
    stored_by  text    not null,
    removed_at text,
    removed_by text,
    primary key (plant, sha256)
);
