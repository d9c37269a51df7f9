using System.Collections.Immutable;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Registers;
using Ganchao.Grains.Boards;
using Ganchao.Grains.Registers;

namespace Ganchao.Silo.Grids;

/// <summary>Whose figures a department or branch enters, and which: what running competitions and projects count.</summary>
internal sealed class GridMeasures(PlantBook book, ICountedMeasures counted, UnitLine owner, DateOnly date)
{
    private static readonly Role[] OfBranches = [Role.Statistician, Role.BranchOrganiser];

    private readonly Dictionary<SubjectId, HashSet<MeasureCode>> _counted = [];

    /// <summary>Each measure of the occasion that the unit enters, with those about whom it is counted.</summary>
    public IEnumerable<(MeasureLine Measure, ImmutableArray<SubjectId> Subjects)> Of(Occasion occasion) =>
        from code in book.Measures.OrderBy(static code => code.Value, StringComparer.Ordinal)
        let measure = book.Measure(code, date)
        where measure is not null && measure.Occasion == occasion && IsEntered(measure) && IsOurs(measure)
        let subjects = Candidates(measure.Subject).Where(subject => Counts(subject, code)).ToImmutableArray()
        where !subjects.IsEmpty
        select (measure, subjects);

    /// <summary>The role in which most of the measures may be entered; the usual one where any may.</summary>
    public static Role RoleFor(IReadOnlyCollection<MeasureLine> measures, Right right) => Rights.RolesOf(right)
        .Where(static role => role != Role.Device)
        .MaxBy(role => measures.Count(measure => MayEnter(measure, role)));

    public static bool MayEnter(MeasureLine measure, Role role) =>
        measure.EnteredBy.Count == 0 || measure.EnteredBy.Contains(role);

    private static bool IsEntered(MeasureLine measure) =>
        measure.Kind is MeasureKind.Additive or MeasureKind.Level or MeasureKind.Count
        && ReservedMeasures.Of(measure.Measure) is null;

    // A department enters what it owns; a branch reports what its statistician or organiser may enter.
    private bool IsOurs(MeasureLine measure) => owner.Kind == UnitKind.Department
        ? measure.Owner is null || measure.Owner == owner.Unit
        : measure.EnteredBy.Count == 0 || measure.EnteredBy.Any(OfBranches.Contains);

    private bool Counts(SubjectId subject, MeasureCode measure)
    {
        if (!_counted.TryGetValue(subject, out var measures))
        {
            measures = counted.BoardsOf(book, subject, date)
                .SelectMany(static board => board.Measures.Select(static known => known.Measure))
                .ToHashSet();
            _counted.Add(subject, measures);
        }

        return measures.Contains(measure);
    }

    private IEnumerable<SubjectId> Candidates(SubjectKind kind) => kind switch
    {
        SubjectKind.Team => UnitsOf(static unit => unit is UnitKind.Team or UnitKind.TemporaryTeam).Select(SubjectId.Team),
        SubjectKind.Branch => UnitsOf(static unit => unit is UnitKind.Branch or UnitKind.Plant)
            .Select(static unit => new SubjectId(SubjectKind.Branch, unit.Value)),
        SubjectKind.Project => Projects(),
        SubjectKind.Person => Entrants().Select(static person => new SubjectId(SubjectKind.Person, person)),
        SubjectKind.Machine or SubjectKind.NotSet => [],
    };

    private IEnumerable<UnitId> UnitsOf(Func<UnitKind, bool> isMeant) => book.Organisation.Units
        .Where(unit => book.Organisation.At(unit, date) is { } line && isMeant(line.Kind) && IsInReach(unit))
        .OrderBy(static unit => unit.Value, StringComparer.Ordinal);

    // A department's business is the whole plant.
    private bool IsInReach(UnitId unit) =>
        owner.Kind == UnitKind.Department || book.Organisation.IsWithin(unit, owner.Unit, date);

    private IEnumerable<SubjectId> Projects() => book.Projects.Values
        .Where(project => project.Registration is { } registration && registration.Period.Contains(date)
            && IsInReach(registration.Team))
        .Select(static project => new SubjectId(SubjectKind.Project, project.Id.Value))
        .OrderBy(static project => project.Key, StringComparer.Ordinal);

    private IEnumerable<string> Entrants() => book.Competitions.Values
        .SelectMany(static competition => competition.Entrants.Keys)
        .Where(entrant => IdText.IsValid(entrant) && book.Organisation.Last(new UnitId(entrant)) is null
            && !book.Projects.ContainsKey(new ProjectId(entrant)))
        .Distinct()
        .Order(StringComparer.Ordinal);
}
