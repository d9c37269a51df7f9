using System.Collections.Immutable;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Registers;

namespace Ganchao.Grains.Registers;

/// <summary>A plan with what became of it: the original value and the one after all notices; both stay visible.</summary>
public sealed record PlanState(
    MeasureCode Measure, SubjectId Subject, ProductCode? Product, DateRange Period, decimal Original, decimal Adjusted);

/// <summary>All plans of a plant, by measure, subject, product and period.</summary>
public sealed record Plans
{
    private ImmutableDictionary<(MeasureCode, SubjectId), ImmutableList<PlanState>> States { get; init; } =
        ImmutableDictionary<(MeasureCode, SubjectId), ImmutableList<PlanState>>.Empty;

    public static Plans Empty { get; } = new();

    public IReadOnlyList<PlanState> Of(MeasureCode measure, SubjectId subject) =>
        States.GetValueOrDefault((measure, subject), []);

    /// <summary>The plan of exactly this period, or null.</summary>
    public PlanState? Find(MeasureCode measure, SubjectId subject, ProductCode? product, DateRange period) =>
        Of(measure, subject).FirstOrDefault(plan => plan.Product == product && plan.Period == period);

    public Plans With(PlanLine line) => Set(new PlanState(
        line.Measure, line.Subject, line.Product, line.Period, line.Value, line.Value));

    public Plans With(PlanChangeLine line)
    {
        var plan = Find(line.Measure, line.Subject, line.Product, line.Period)
            ?? throw new InvalidOperationException($"Notice {line.Notice} changes a plan that is not there.");
        return Set(plan with { Adjusted = line.Value });
    }

    private Plans Set(PlanState plan)
    {
        var key = (plan.Measure, plan.Subject);
        var plans = States.GetValueOrDefault(key, [])
            .RemoveAll(other => other.Product == plan.Product && other.Period == plan.Period);
        return this with { States = States.SetItem(key, plans.Add(plan)) };
    }
}
