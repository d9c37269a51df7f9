-- Accounts: the only place where a name stands beside a pseudonymous person. Passkeys of accounts. Times are UTC in ISO 8601;
-- an account that is shut is locked until the end of time.

create table account
(
    id            text    not null primary key,
    plant         text    not null,
    person        text    not null,
    name          text    not null,
    name_key      text    not null unique,
    number        text    not null,
    display       text    not null,
    password_hash text,
    pin_hash      text,
    stamp         text    not null,
    failures      integer not null,
    locked_until  text,
    must_change   integer not null,
    created_at    text    not null,
    signed_in_at  text,
    erasure_asked text,
    unique (plant, person)
);

create unique index account_number on account (number) where number <> '';

create table passkey
(
    credential text not null primary key,
    account    text not null references account (id),
    content    text not null
);

create index passkey_account on passkey (account);

-- Shared tablets, paired to teams or branches; the secret itself is on the tablet only.

create table tablet
(
    id        text not null primary key,
    plant     text not null,
    name      text not null,
    units     text not null,
    secret    text not null,
    paired_at text not null,
    paired_by text not null,
    ended_at  text
);
