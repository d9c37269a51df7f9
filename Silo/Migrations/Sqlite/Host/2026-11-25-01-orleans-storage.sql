-- Orleans keeps grain snapshots here through its AdoNet provider. Names of queries, parameters and result columns
-- are the provider's; the statements are ours. Each is ONE statement: text with BEGIN..COMMIT leaves the
-- connection inside its transaction when a statement in it fails.

create table OrleansQuery
(
    QueryKey  text not null primary key,
    QueryText text not null
);

create table OrleansStorage
(
    GrainIdHash            integer not null,
    GrainIdN0              integer not null,
    GrainIdN1              integer not null,
    GrainTypeHash          integer not null,
    GrainTypeString        text    not null,
    GrainIdExtensionString text    not null, -- empty where the grain's key has no text
    ServiceId              text    not null,
    PayloadBinary          blob,
    ModifiedOn             text    not null,
    Version                integer not null,
    primary key (GrainIdHash, GrainTypeHash, GrainIdN0, GrainIdN1, GrainTypeString, GrainIdExtensionString, ServiceId)
);

-- A version that is not ours returns no row, which the provider reads as an inconsistent state.
insert into OrleansQuery (QueryKey, QueryText) values
('WriteToStorageKey', '
    insert into OrleansStorage (GrainIdHash, GrainIdN0, GrainIdN1, GrainTypeHash, GrainTypeString,
        GrainIdExtensionString, ServiceId, PayloadBinary, ModifiedOn, Version)
    select @GrainIdHash, @GrainIdN0, @GrainIdN1, @GrainTypeHash, @GrainTypeString,
        coalesce(@GrainIdExtensionString, ''''), @ServiceId, @PayloadBinary, datetime(''now''), 1
    where @GrainStateVersion is null or exists (
        select 1 from OrleansStorage
        where GrainIdHash = @GrainIdHash and GrainTypeHash = @GrainTypeHash
            and GrainIdN0 = @GrainIdN0 and GrainIdN1 = @GrainIdN1 and GrainTypeString = @GrainTypeString
            and GrainIdExtensionString = coalesce(@GrainIdExtensionString, '''') and ServiceId = @ServiceId)
    on conflict do update
        set PayloadBinary = excluded.PayloadBinary, ModifiedOn = excluded.ModifiedOn, Version = Version + 1
        where Version = @GrainStateVersion
    returning Version as NewGrainStateVersion
'),
('ReadFromStorageKey', '
    select PayloadBinary, Version
    from OrleansStorage
    where GrainIdHash = @GrainIdHash and GrainTypeHash = @GrainTypeHash
        and GrainIdN0 = @GrainIdN0 and GrainIdN1 = @GrainIdN1 and GrainTypeString = @GrainTypeString
        and GrainIdExtensionString = coalesce(@GrainIdExtensionString, '''') and ServiceId = @ServiceId
'),
('ClearStorageKey', '
    update OrleansStorage
    set PayloadBinary = null, ModifiedOn = datetime(''now''), Version = Version + 1
    where GrainIdHash = @GrainIdHash and GrainTypeHash = @GrainTypeHash
        and GrainIdN0 = @GrainIdN0 and GrainIdN1 = @GrainIdN1 and GrainTypeString = @GrainTypeString
        and GrainIdExtensionString = coalesce(@GrainIdExtensionString, '''') and ServiceId = @ServiceId
        and Version = @GrainStateVersion
    returning Version as NewGrainStateVersion
'),
('DeleteStorageKey', '
    delete from OrleansStorage
    where GrainIdHash = @GrainIdHash and GrainTypeHash = @GrainTypeHash
        and GrainIdN0 = @GrainIdN0 and GrainIdN1 = @GrainIdN1 and GrainTypeString = @GrainTypeString
        and GrainIdExtensionString = coalesce(@GrainIdExtensionString, '''') and ServiceId = @ServiceId
        and Version = @GrainStateVersion
    returning Version + 1 as NewGrainStateVersion
');
