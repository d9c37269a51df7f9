using Ganchao.Contracts;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Dashboard.Crew;
using Ganchao.Dashboard.Entry;
using Ganchao.Dashboard.Tests.Entry;

namespace Ganchao.Dashboard.Tests.Offline;

/// <summary>The crew of a made-up shift: one worker, of whom hours are entered.</summary>
internal sealed class OneWorker(FewShifts shifts) : ICrewDesk
{
    public static readonly EntryCell Hours = new(new("hours"), Person: new PersonId("w-1"));

    public async Task<ShiftReading> ReadAsync(ShiftId shift, CancellationToken cancellationToken)
    {
        var (form, unknown) = await shifts.ReadAsync(shift, cancellationToken);
        return new ShiftReading(
            form! with
            {
                Fields = [new EntryField(Hours, new CellWords(new Names("工时", "Hours"), "小时", 1), 0, 24)],
                HeatFields = [],
                Crew = new CrewForm(8, []),
            },
            unknown);
    }

    public Task<OrderReading> FindAsync(ShiftId shift, string typed, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<IReadOnlyList<EntryField>> ReadFieldsAsync(
        ShiftId shift, IReadOnlyList<EntryCell> cells, CancellationToken cancellationToken) => throw new NotSupportedException();
}
