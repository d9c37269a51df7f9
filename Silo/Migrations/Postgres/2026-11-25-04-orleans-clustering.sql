-- Orleans' cluster membership through its AdoNet provider. Names of queries, parameters and result columns are the
-- provider's. A row of the members and the table's version change together or not at all: the update of the
-- version row, which fails to match when another silo was first, leads each statement.

create table OrleansMembershipVersionTable
(
    DeploymentId text        primary key,
    Timestamp    timestamptz not null default now(),
    Version      integer     not null default 0
) with (fillfactor = 50);

create table OrleansMembershipTable
(
    DeploymentId text        not null references OrleansMembershipVersionTable (DeploymentId),
    Address      text        not null,
    Port         integer     not null,
    Generation   integer     not null,
    SiloName     text        not null,
    HostName     text        not null,
    Status       integer     not null,
    ProxyPort    integer,
    SuspectTimes text,
    StartTime    timestamptz not null,
    IAmAliveTime timestamptz not null,
    primary key (DeploymentId, Address, Port, Generation)
) with (fillfactor = 50);

insert into OrleansQuery (QueryKey, QueryText) values
('InsertMembershipVersionKey', '
    with inserted as (
        insert into OrleansMembershipVersionTable (DeploymentId) values (@DeploymentId)
        on conflict (DeploymentId) do nothing
        returning 1)
    select count(*) from inserted
'),
('InsertMembershipKey', '
    with versioned as (
        update OrleansMembershipVersionTable
        set Timestamp = now(), Version = Version + 1
        where DeploymentId = @DeploymentId and Version = @Version and not exists (
            select 1 from OrleansMembershipTable
            where DeploymentId = @DeploymentId and Address = @Address and Port = @Port
                and Generation = @Generation)
        returning 1),
    inserted as (
        insert into OrleansMembershipTable (DeploymentId, Address, Port, Generation, SiloName, HostName, Status,
            ProxyPort, StartTime, IAmAliveTime)
        select @DeploymentId, @Address, @Port, @Generation, @SiloName, @HostName, @Status,
            @ProxyPort, @StartTime, @IAmAliveTime
        from versioned
        returning 1)
    select count(*) from inserted
'),
('UpdateMembershipKey', '
    with versioned as (
        update OrleansMembershipVersionTable
        set Timestamp = now(), Version = Version + 1
        where DeploymentId = @DeploymentId and Version = @Version and exists (
            select 1 from OrleansMembershipTable
            where DeploymentId = @DeploymentId and Address = @Address and Port = @Port
                and Generation = @Generation)
        returning 1),
    updated as (
        update OrleansMembershipTable
        set Status = @Status, SuspectTimes = @SuspectTimes::text, IAmAliveTime = @IAmAliveTime
        from versioned
        where DeploymentId = @DeploymentId and Address = @Address and Port = @Port and Generation = @Generation
        returning 1)
    select count(*) from updated
'),
('UpdateIAmAlivetimeKey', '
    update OrleansMembershipTable
    set IAmAliveTime = @IAmAliveTime
    where DeploymentId = @DeploymentId and Address = @Address and Port = @Port and Generation = @Generation
'),
('MembershipReadRowKey', '
    select v.DeploymentId, m.Address, m.Port, m.Generation, m.SiloName, m.HostName, m.Status, m.ProxyPort,
        m.SuspectTimes, m.StartTime, m.IAmAliveTime, v.Version
    from OrleansMembershipVersionTable v
    left join OrleansMembershipTable m on m.DeploymentId = v.DeploymentId
        and m.Address = @Address and m.Port = @Port and m.Generation = @Generation
    where v.DeploymentId = @DeploymentId
'),
('MembershipReadAllKey', '
    select v.DeploymentId, m.Address, m.Port, m.Generation, m.SiloName, m.HostName, m.Status, m.ProxyPort,
        m.SuspectTimes, m.StartTime, m.IAmAliveTime, v.Version
    from OrleansMembershipVersionTable v
    left join OrleansMembershipTable m on m.DeploymentId = v.DeploymentId
    where v.DeploymentId = @DeploymentId
'),
('GatewaysQueryKey', '
    select Address, ProxyPort, Generation
    from OrleansMembershipTable
    where DeploymentId = @DeploymentId and Status = @Status and ProxyPort > 0
'),
('CleanupDefunctSiloEntriesKey', '
    delete from OrleansMembershipTable
    where DeploymentId = @DeploymentId and IAmAliveTime < @IAmAliveTime and Status <> 3 -- 3: active
'),
('DeleteMembershipTableEntriesKey', '
    delete from OrleansMembershipTable where DeploymentId = @DeploymentId;
    delete from OrleansMembershipVersionTable where DeploymentId = @DeploymentId
');
