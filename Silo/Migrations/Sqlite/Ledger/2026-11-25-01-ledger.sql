-- The ledger: nothing in event is ever updated or deleted. Dates are yyyy-MM-dd, instants whole milliseconds
-- since 1970, ids 16 bytes in the order in which they are written.

create table event
(
    stream_date   text    not null, -- from the stream's key, 0001-01-01 where it has none
    stream        text    not null, -- plant/kind/key
    seq           integer not null,
    position      integer not null, -- gapless in its plant, in order of commit
    plant         text    not null, -- copy from the stream
    kind          text    not null, -- copy from the stream
    entry_id      blob    not null,
    type          text    not null,
    version       integer not null,
    actor_kind    text    not null,
    actor_id      text    not null,
    role          text    not null,
    at            integer not null,
    algorithm     text    not null,
    payload       blob    not null, -- canonical JSON, hashed as stored
    previous_hash blob    not null,
    hash          blob    not null,
    constraint event_seq primary key (stream_date, stream, seq),
    constraint event_entry unique (stream_date, stream, entry_id),
    constraint event_position unique (plant, position)
) strict;

-- The last position of each plant, taken in the transaction that writes the events.
create table position
(
    plant text    not null primary key,
    last  integer not null
) strict, without rowid;

-- What the sheets say now: a projection of the ledger, written with it.
create table fact
(
    stream_date text    not null,
    stream      text    not null,
    line        integer not null,
    seq         integer not null,
    plant       text    not null,
    entry_id    blob    not null,
    date        text    not null, -- production date; equal to stream_date where that is set
    shift       text    not null,
    subject     text    not null,
    occasion    text    not null,
    measure     text    not null,
    product     text    not null,
    work_order  text    not null,
    detail      text    not null,
    record      text    not null,
    scaled      integer,          -- value times 10^decimals; null once void
    decimals    integer not null,
    observed_at integer,
    constraint fact_line primary key (stream_date, stream, line)
) strict, without rowid;

create index fact_subject on fact (plant, subject, date);

-- Outside the chain, so that it can be erased.
create table private_content
(
    plant   text not null,
    id      blob not null,
    key     blob not null,
    content blob not null,
    primary key (plant, id)
) strict;

-- Published standings; their hash is in the ledger.
create table standing
(
    plant         text    not null,
    competition   text    not null,
    stage         text    not null,
    number        integer not null, -- counts the documents of one stage
    kind          text    not null,
    epoch         integer not null,
    position      integer not null, -- it holds the plant's events up to here
    as_of         integer not null,
    rulebook_hash blob    not null,
    document      text    not null, -- json
    hash          blob    not null,
    primary key (plant, competition, stage, number)
) strict;

create table standing_row
(
    plant       text    not null,
    competition text    not null,
    stage       text    not null,
    number      integer not null,
    division    text    not null,
    entrant     text    not null,
    place       text,             -- a decimal (2.5 where shared so); null without a place
    row         text    not null, -- json
    primary key (plant, competition, stage, number, division, entrant)
) strict;
