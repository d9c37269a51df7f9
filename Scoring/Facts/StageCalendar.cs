namespace Ganchao.Scoring;

/// <summary>The dates behind the windows of a rulebook, for one stage of a competition.</summary>
/// <param name="Stage">The stage that is scored.</param>
/// <param name="YearStart">First production date of the statistical year.</param>
/// <param name="Previous">Earlier stages, the nearest first.</param>
public sealed record StageCalendar(DateSpan Stage, DateOnly YearStart, IReadOnlyList<DateSpan> Previous)
{
    /// <summary>The stage's numbers and its figures from outside.</summary>
    public StageFigures Figures { get; init; } = StageFigures.First;


    /// <summary>The dates of a window; null when it reaches back to a stage that there was not.</summary>
    /// <param name="own">The entrant's own dates; null: it has none.</param>
    public DateSpan? SpanOf(Window window, DateSpan? own = null) => window.Kind switch
    {
        WindowKind.Own => own ?? Stage,
        WindowKind.Stage => Stage,
        WindowKind.YearToDate => new DateSpan(YearStart, Stage.End),
        WindowKind.Previous => window.Back <= Previous.Count ? Previous[window.Back - 1] : null,
        WindowKind.Dates => window.Dates,
        WindowKind.NotSet => throw new ArgumentException("A window needs a kind.", nameof(window)),
    };
}
