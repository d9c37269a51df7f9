-- The ledger: nothing in event is ever updated or deleted. Whole milliseconds since 1970 are bigint, because
-- a timestamp would hold microseconds that no hash covers.

create table event
(
    stream_date   date    not null, -- from the stream's key, 0001-01-01 where it has none: for partitions later
    stream        text    not null, -- plant/kind/key
    seq           bigint  not null,
    position      bigint  not null, -- gapless in its plant, in order of commit
    plant         text    not null, -- copy from the stream
    kind          text    not null, -- copy from the stream
    entry_id      uuid    not null,
    type          text    not null,
    version       integer not null,
    actor_kind    text    not null,
    actor_id      text    not null,
    role          text    not null,
    at            bigint  not null,
    algorithm     text    not null,
    payload       bytea   not null, -- canonical JSON, hashed as stored
    previous_hash bytea   not null,
    hash          bytea   not null,
    constraint event_seq primary key (stream_date, stream, seq),
    constraint event_entry unique (stream_date, stream, entry_id),
    constraint event_position unique (plant, position)
);

-- The last position of each plant, taken in the transaction that writes the events.
create table position
(
    plant text   primary key,
    last  bigint not null
) with (fillfactor = 10); -- updated by every commit: room for them within the page

-- What the sheets say now: a projection of the ledger, written with it.
create table fact
(
    stream_date date     not null,
    stream      text     not null,
    line        bigint   not null,
    seq         bigint   not null,
    plant       text     not null,
    entry_id    uuid     not null,
    date        date     not null, -- production date; equal to stream_date where that is set
    shift       text     not null,
    subject     text     not null,
    occasion    text     not null,
    measure     text     not null,
    product     text     not null,
    work_order  text     not null,
    detail      text     not null,
    record      text     not null,
    scaled      bigint,            -- value times 10^decimals; null once void
    decimals    smallint not null,
    observed_at bigint,
    constraint fact_line primary key (stream_date, stream, line)
) with (fillfactor = 90); -- a corrected line stays on its page, and no index moves

create index fact_subject on fact (plant, subject, date);

-- Outside the chain, so that it can be erased.
create table private_content
(
    plant   text  not null,
    id      uuid  not null,
    key     bytea not null,
    content bytea not null,
    primary key (plant, id)
);

-- Published standings; their hash is in the ledger.
create table standing
(
    plant         text   not null,
    competition   text   not null,
    stage         text   not null,
    number        bigint not null, -- counts the documents of one stage
    kind          text   not null,
    epoch         bigint not null,
    position      bigint not null, -- it holds the plant's events up to here
    as_of         bigint not null,
    rulebook_hash bytea  not null,
    document      text   not null, -- json
    hash          bytea  not null,
    primary key (plant, competition, stage, number)
);

create table standing_row
(
    plant       text    not null,
    competition text    not null,
    stage       text    not null,
    number      bigint  not null,
    division    text    not null,
    entrant     text    not null,
    place       text,             -- a decimal (2.5 where shared so); null without a place
    row         text    not null, -- json
    primary key (plant, competition, stage, number, division, entrant)
);
