using System.Collections.Immutable;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Registers;
using Ganchao.Grains.Registers;
using Ganchao.Scoring;

namespace Ganchao.Grains.Boards;

/// <summary>
/// What level 3 of the rulebook knows of an entrant besides figures: plans on their three bases, coefficients, tags, decisions
/// of the committee, what the stage before left.
/// </summary>
internal sealed class StandingTerms(BoardSetup board, PlantBook book, DateTimeOffset now)
{
    private readonly DateRange _stage = board.Stage.Dates;
    private readonly StageHistory _history = new(board, book);

    /// <summary>What is the same for all entrants of the stage.</summary>
    public StageFigures Stage => _history.Figures;

    public EntrantTerms Of(string entrant) => new()
    {
        Plans = board.Rulebook.Definition.Inputs
            .Select(input => input.Measure)
            .Distinct()
            .Where(IdText.IsValid)
            .Select(measure => (Measure: measure, Plan: PlanOf(new MeasureCode(measure), entrant)))
            .Where(planned => planned.Plan is not null)
            .ToDictionary(planned => planned.Measure, planned => planned.Plan!),
        Coefficients = CoefficientsOf(entrant),
        Tags = TagsOf(entrant),
        Adjustments = _history.AdjustmentsOf(entrant),
        Carried = _history.CarriedBy(entrant),
    };

    // A team's branch is known without anybody saying so.
    private ImmutableDictionary<string, string> TagsOf(string entrant)
    {
        var tags = book.TagsOf(entrant, _stage.Start);
        return board.Entrants == EntrantKind.Team && book.Organisation.BranchOf(new UnitId(entrant), _stage.Start) is { } branch
            ? tags.SetItem(ReservedTags.Branch, branch.Value)
            : tags;
    }

    private ImmutableDictionary<string, decimal> CoefficientsOf(string entrant)
    {
        var registered = book.CoefficientsOf(entrant, _stage.Start);
        return board.Entrants == EntrantKind.Project &&
            book.Projects.GetValueOrDefault(new ProjectId(entrant))?.DaysLate(board.AsOf(book.Calendar.DateAt(now))) is { } days
                ? registered.SetItem(ReservedCoefficients.MilestoneDaysLate, days)
                : registered;
    }

    private PlanFigures? PlanOf(MeasureCode measure, string entrant)
    {
        var subject = board.SubjectOf(entrant);
        var parts = book.Plans.Of(measure, subject)
            .Select(plan => Part(plan, subject))
            .OfType<PlanFigures>()
            .ToImmutableArray();
        return parts.IsEmpty
            ? null
            : new PlanFigures(Sum(part => part.Original), Sum(part => part.Adjusted), Sum(part => part.ToDate));

        // A part that is not known makes the whole unknown; it is never left out.
        decimal? Sum(Func<PlanFigures, decimal?> figure) => parts.Any(part => figure(part) is null) ? null : parts.Sum(figure);
    }

    /// <summary>
    /// The part of a plan that falls into the stage: plan × shifts in the stage ÷ shifts of its period; to date: only
    /// shifts that have ended, each less its excluded minutes ÷ its minutes.
    /// </summary>
    private PlanFigures? Part(PlanState plan, SubjectId subject)
    {
        var common = plan.Period.Intersect(_stage);
        if (common.Start >= common.End)
        {
            return null;
        }

        var team = new UnitId(subject.Key);
        var all = Shifts(team, plan.Period).Count();
        if (all == 0)
        {
            return common == plan.Period
                ? new PlanFigures(plan.Original, plan.Adjusted, null)
                : new PlanFigures(null, null, null);
        }

        var inside = Shifts(team, common).ToImmutableArray();
        var ended = inside.Where(HasEnded).Sum(shift => WorkedShare(team, shift));
        return new PlanFigures(
            plan.Original * inside.Length / all, plan.Adjusted * inside.Length / all, plan.Adjusted * ended / all);
    }

    private IEnumerable<(DateOnly Date, ShiftKindLine Kind)> Shifts(UnitId team, DateRange dates)
    {
        for (var date = dates.Start; date < dates.End; date = date.AddDays(1))
        {
            foreach (var kind in book.Calendar.ShiftsOf(team, date))
            {
                yield return (date, kind);
            }
        }
    }

    private bool HasEnded((DateOnly Date, ShiftKindLine Kind) shift) =>
        PlantCalendar.StartOf(shift.Kind, shift.Date).AddMinutes(shift.Kind.LengthMinutes) <= now;

    // A shift may have been shortened after its exclusions were agreed.
    private decimal WorkedShare(UnitId team, (DateOnly Date, ShiftKindLine Kind) shift)
    {
        var excluded = book.Calendar.ExcludedMinutes(new ShiftId(book.Plant, team, shift.Date, shift.Kind.Kind));
        return Math.Max(0, shift.Kind.LengthMinutes - excluded) / (decimal)shift.Kind.LengthMinutes;
    }
}
