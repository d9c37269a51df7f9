-- Passkeys of accounts: the public half of a key that stays on a person's own device. When and by whom one was removed stays; its
-- key does not. The table of 2026-11-26 was never written to. A challenge that has signed somebody in signs in nobody again.

drop table passkey;

create table passkey
(
    credential text   not null primary key,
    account    text   not null references account (id),
    name       text   not null,
    content    text   not null,
    sign_count bigint not null,
    added_at   text   not null,
    used_at    text,
    ended_at   text,
    ended_by   text
);

create index passkey_account on passkey (account);

create table passkey_challenge
(
    challenge  text not null primary key,
    expires_at text not null
);
