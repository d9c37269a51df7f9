-- Orleans keeps grain snapshots here through its AdoNet provider. Names of queries, parameters and result columns
-- are the provider's; the statements are ours.

create table OrleansQuery
(
    QueryKey  text primary key,
    QueryText text not null
);

create table OrleansStorage
(
    GrainIdHash            integer     not null,
    GrainIdN0              bigint      not null,
    GrainIdN1              bigint      not null,
    GrainTypeHash          integer     not null,
    GrainTypeString        text        not null,
    GrainIdExtensionString text        not null, -- empty where the grain's key has no text
    ServiceId              text        not null,
    PayloadBinary          bytea,
    ModifiedOn             timestamptz not null,
    Version                integer     not null,
    primary key (GrainIdHash, GrainTypeHash, GrainIdN0, GrainIdN1, GrainTypeString, GrainIdExtensionString, ServiceId)
) with (fillfactor = 70);

-- A version that is not ours returns no row, which the provider reads as an inconsistent state.
insert into OrleansQuery (QueryKey, QueryText) values
('WriteToStorageKey', '
    insert into OrleansStorage as stored (GrainIdHash, GrainIdN0, GrainIdN1, GrainTypeHash, GrainTypeString,
        GrainIdExtensionString, ServiceId, PayloadBinary, ModifiedOn, Version)
    select @GrainIdHash, @GrainIdN0, @GrainIdN1, @GrainTypeHash, @GrainTypeString,
        coalesce(@GrainIdExtensionString::text, ''''), @ServiceId, @PayloadBinary, now(), 1
    where @GrainStateVersion::int is null or exists (
        select 1 from OrleansStorage
        where GrainIdHash = @GrainIdHash and GrainTypeHash = @GrainTypeHash
            and GrainIdN0 = @GrainIdN0 and GrainIdN1 = @GrainIdN1 and GrainTypeString = @GrainTypeString
            and GrainIdExtensionString = coalesce(@GrainIdExtensionString::text, '''') and ServiceId = @ServiceId)
    on conflict (GrainIdHash, GrainTypeHash, GrainIdN0, GrainIdN1, GrainTypeString, GrainIdExtensionString, ServiceId)
    do update
        set PayloadBinary = excluded.PayloadBinary, ModifiedOn = excluded.ModifiedOn, Version = stored.Version + 1
        where stored.Version = @GrainStateVersion::int
    returning stored.Version as NewGrainStateVersion
'),
('ReadFromStorageKey', '
    select PayloadBinary, Version
    from OrleansStorage
    where GrainIdHash = @GrainIdHash and GrainTypeHash = @GrainTypeHash
        and GrainIdN0 = @GrainIdN0 and GrainIdN1 = @GrainIdN1 and GrainTypeString = @GrainTypeString
        and GrainIdExtensionString = coalesce(@GrainIdExtensionString::text, '''') and ServiceId = @ServiceId
'),
('ClearStorageKey', '
    update OrleansStorage
    set PayloadBinary = null, ModifiedOn = now(), Version = Version + 1
    where GrainIdHash = @GrainIdHash and GrainTypeHash = @GrainTypeHash
        and GrainIdN0 = @GrainIdN0 and GrainIdN1 = @GrainIdN1 and GrainTypeString = @GrainTypeString
        and GrainIdExtensionString = coalesce(@GrainIdExtensionString::text, '''') and ServiceId = @ServiceId
        and Version = @GrainStateVersion::int
    returning Version as NewGrainStateVersion
'),
('DeleteStorageKey', '
    delete from OrleansStorage
    where GrainIdHash = @GrainIdHash and GrainTypeHash = @GrainTypeHash
        and GrainIdN0 = @GrainIdN0 and GrainIdN1 = @GrainIdN1 and GrainTypeString = @GrainTypeString
        and GrainIdExtensionString = coalesce(@GrainIdExtensionString::text, '''') and ServiceId = @ServiceId
        and Version = @GrainStateVersion::int
    returning Version + 1 as NewGrainStateVersion
');
