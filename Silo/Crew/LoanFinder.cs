using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Grains.Ledger;

namespace Ganchao.Silo.Crew;

/// <summary>Finds the sheets of other teams on which a team's people stand (借用).</summary>
internal sealed class LoanFinder(IFacts facts)
{
    /// <summary>In the order of their addresses, each once.</summary>
    public async Task<IReadOnlyList<ShiftId>> SheetsAsync(
        PlantId plant, UnitId team, IEnumerable<PersonId> people, DateRange dates, CancellationToken cancellationToken)
    {
        var sheets = new HashSet<ShiftId>();
        foreach (var person in people)
        {
            var rows = await facts.ReadSubjectAsync(
                plant, new SubjectId(SubjectKind.Person, person.Value), dates, cancellationToken);
            sheets.UnionWith(rows.Where(row => row.Stream.Kind == StreamKind.Shift)
                .Select(row => ShiftId.Parse($"{row.Stream.Plant}/{row.Stream.Key}"))
                .Where(sheet => sheet.Team != team));
        }

        return [.. sheets.OrderBy(sheet => sheet.ToString(), StringComparer.Ordinal)];
    }
}
