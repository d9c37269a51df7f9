using System.Collections.Immutable;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Registers;
using Ganchao.Grains.Boards;
using Ganchao.Scoring;
using Occasion = Ganchao.Contracts.Entries.Occasion;

namespace Ganchao.Silo.Entry;

/// <summary>A measure that a shift lead enters about the team, and whether it is taken product by product.</summary>
internal sealed record ShiftMeasure(MeasureLine Line, bool ByProduct);

/// <summary>What the rulebooks in force want to know from a team's shift.</summary>
internal static class ShiftMeasures
{
    public static ImmutableArray<ShiftMeasure> Of(KnownShift shift, ImmutableArray<CountingBoard> boards) =>
    [
        .. boards
            .SelectMany(board => board.Measures.Select(measure => (
                measure.Measure, ByProduct: measure.ByProduct || board.Entrants == EntrantKind.Project)))
            .GroupBy(measure => measure.Measure)
            .Select(uses => (Line: shift.Book.Measure(uses.Key, shift.Id.Date), ByProduct: uses.Any(use => use.ByProduct)))
            .Where(measure => measure.Line is { Occasion: Occasion.Shift or Occasion.Heat } line && IsOurs(line)
                && line.IsOpenOn(shift.Id.Date))
            .Select(measure => new ShiftMeasure(measure.Line!, measure.ByProduct))
            .OrderBy(measure => measure.Line.Occasion == Occasion.Heat)
            .ThenBy(measure => measure.Line.Measure.Value, StringComparer.Ordinal),
    ];

    /// <summary>Whether a shift lead enters it about the team itself.</summary>
    public static bool IsOurs(MeasureLine measure) => measure.Subject == SubjectKind.Team && IsOfLeads(measure);

    /// <summary>Whether a shift lead enters it about each of those who worked for the team.</summary>
    public static bool IsOfCrew(MeasureLine measure) =>
        measure is { Subject: SubjectKind.Person, Occasion: Occasion.Shift } && IsOfLeads(measure);

    /// <summary>The measures by person, whatever rulebooks count: awards are shared out by them.</summary>
    public static IEnumerable<MeasureLine> OfCrew(KnownShift shift) => shift.Book.Measures
        .Select(measure => shift.Book.Measure(measure, shift.Id.Date))
        .OfType<MeasureLine>()
        .Where(IsOfCrew)
        .OrderBy(measure => measure.Measure.Value, StringComparer.Ordinal);

    private static bool IsOfLeads(MeasureLine measure) =>
        ReservedMeasures.Of(measure.Measure) is null &&
        measure.Kind is (MeasureKind.Additive or MeasureKind.Level or MeasureKind.Count) &&
        (measure.EnteredBy.Count == 0 || measure.EnteredBy.Contains(Role.ShiftLead));
}
