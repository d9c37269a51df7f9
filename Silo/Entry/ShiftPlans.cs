using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Registers;
using Ganchao.Dashboard.Entry;
using Ganchao.Grains.Registers;

namespace Ganchao.Silo.Entry;

/// <summary>A shift's part of the team's plans: the plan over the number of shifts in its period.</summary>
internal static class ShiftPlans
{
    public static decimal? Of(KnownShift shift, MeasureLine measure, ProductCode? product) =>
        PlanOf(shift, measure.Measure, product) is { } plan && ShiftsIn(shift, plan.Period) is > 0 and var shifts
            ? Math.Round(plan.Adjusted / shifts, measure.Decimals, MidpointRounding.AwayFromZero)
            : null;

    /// <summary>Those of measures that follow from what is entered.</summary>
    public static IEnumerable<ComputedPlan> Computed(KnownShift shift) =>
        from code in shift.Book.Measures.OrderBy(code => code.Value, StringComparer.Ordinal)
        let measure = shift.Book.Measure(code, shift.Id.Date)
        where measure is { Kind: MeasureKind.Derived, Subject: SubjectKind.Team }
        let value = Of(shift, measure, null)
        where value is not null
        select new ComputedPlan(measure.Names, measure.Unit, measure.Decimals, value.Value);

    private static PlanState? PlanOf(KnownShift shift, MeasureCode measure, ProductCode? product) =>
        shift.Book.Plans.Of(measure, shift.Subject)
            .FirstOrDefault(plan => plan.Product == product && plan.Period.Contains(shift.Id.Date));

    private static int ShiftsIn(KnownShift shift, DateRange dates)
    {
        var shifts = 0;
        for (var date = dates.Start; date < dates.End; date = date.AddDays(1))
        {
            shifts += shift.Book.Calendar.ShiftsOf(shift.Id.Team, date).Count();
        }

        return shifts;
    }
}
