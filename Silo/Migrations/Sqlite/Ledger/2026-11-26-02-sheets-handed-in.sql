-- A shift's sheet that is signed off is a figure of its team: 1 for sheets_handed_in. Those of before, from the
-- stream's key, which is plant/shift/team/date/kind.

insert into fact (stream_date, stream, line, seq, plant, entry_id, date, shift, subject, occasion, measure, product,
    work_order, detail, record, scaled, decimals, observed_at, tags)
select stream_date, stream, seq, seq, plant, entry_id, stream_date, substr(key, instr(key, '/') + 12),
    'team/' || substr(key, 1, instr(key, '/') - 1), 'Shift', 'sheets_handed_in', '', '', '', '', 1, 0, null, ''
from (
    select *, substr(stream, length(plant) + length('/shift/') + 1) as key from event
    where kind = 'shift' and type = 'sheet-signed-off');
