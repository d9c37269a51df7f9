-- Orleans' reminders through its AdoNet provider. Names of queries, parameters and result columns are the provider's.

create table OrleansRemindersTable
(
    ServiceId    text        not null,
    GrainId      text        not null,
    ReminderName text        not null,
    StartTime    timestamptz not null,
    Period       bigint      not null, -- milliseconds
    GrainHash    integer     not null,
    Version      integer     not null,
    primary key (ServiceId, GrainId, ReminderName)
);

create index OrleansRemindersTable_GrainHash on OrleansRemindersTable (ServiceId, GrainHash);

insert into OrleansQuery (QueryKey, QueryText) values
('UpsertReminderRowKey', '
    insert into OrleansRemindersTable as stored
        (ServiceId, GrainId, ReminderName, StartTime, Period, GrainHash, Version)
    values (@ServiceId, @GrainId, @ReminderName, @StartTime, @Period, @GrainHash, 0)
    on conflict (ServiceId, GrainId, ReminderName) do update set StartTime = excluded.StartTime,
        Period = excluded.Period, GrainHash = excluded.GrainHash, Version = stored.Version + 1
    returning stored.Version as Version
'),
('ReadReminderRowsKey', '
    select GrainId, ReminderName, StartTime, Period, Version
    from OrleansRemindersTable
    where ServiceId = @ServiceId and GrainId = @GrainId
'),
('ReadReminderRowKey', '
    select GrainId, ReminderName, StartTime, Period, Version
    from OrleansRemindersTable
    where ServiceId = @ServiceId and GrainId = @GrainId and ReminderName = @ReminderName
'),
('ReadRangeRows1Key', '
    select GrainId, ReminderName, StartTime, Period, Version
    from OrleansRemindersTable
    where ServiceId = @ServiceId and GrainHash > @BeginHash and GrainHash <= @EndHash
'),
('ReadRangeRows2Key', '
    select GrainId, ReminderName, StartTime, Period, Version
    from OrleansRemindersTable
    where ServiceId = @ServiceId and (GrainHash > @BeginHash or GrainHash <= @EndHash)
'),
('DeleteReminderRowKey', '
    with deleted as (
        delete from OrleansRemindersTable
        where ServiceId = @ServiceId and GrainId = @GrainId and ReminderName = @ReminderName and Version = @Version
        returning 1)
    select count(*) from deleted
'),
('DeleteReminderRowsKey', '
    delete from OrleansRemindersTable where ServiceId = @ServiceId
');
