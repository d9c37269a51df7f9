using System.Collections.Immutable;
using Ganchao.Contracts;
using Ganchao.Contracts.Competitions;
using Ganchao.Contracts.Identity;

namespace Ganchao.Grains.Competitions;

/// <summary>An objection, and the decision on it once there is one.</summary>
public sealed record ObjectionState(ObjectionLine Objection, ObjectionAnsweredLine? Answer = null);

/// <summary>
/// What a competition's lines amount to: name, rulebook in force, stages, divisions, entrants, objections, final stages.
/// </summary>
public sealed record CompetitionBook(CompetitionId Id)
{
    public Names? Names { get; init; }

    /// <summary>Hash of the rulebook adopted last; null before one is adopted.</summary>
    public string? Rulebook => Adopted.IsEmpty ? null : Adopted[^1].Rulebook;

    /// <summary>All rulebooks adopted, in order.</summary>
    public ImmutableArray<RulebookAdoptedLine> Adopted { get; init; } = [];

    public ImmutableDictionary<StageCode, StageLine> Stages { get; init; } =
        ImmutableDictionary<StageCode, StageLine>.Empty;

    public ImmutableDictionary<string, DivisionLine> Divisions { get; init; } =
        ImmutableDictionary<string, DivisionLine>.Empty;

    /// <summary>The divisions in the order in which the office named them; boards keep it.</summary>
    public ImmutableArray<string> DivisionOrder { get; init; } = [];

    public ImmutableDictionary<string, EnrolmentLine> Entrants { get; init; } =
        ImmutableDictionary<string, EnrolmentLine>.Empty;

    public ImmutableDictionary<ObjectionId, ObjectionState> Objections { get; init; } =
        ImmutableDictionary<ObjectionId, ObjectionState>.Empty;

    /// <summary>The decision of every stage that is final.</summary>
    public ImmutableDictionary<StageCode, StageFinalisedLine> Finals { get; init; } =
        ImmutableDictionary<StageCode, StageFinalisedLine>.Empty;

    private ImmutableDictionary<(StageCode Stage, string Name), ReferenceLine> References { get; init; } =
        ImmutableDictionary<(StageCode, string), ReferenceLine>.Empty;

    private ImmutableDictionary<(StageCode Stage, string Entrant, string Name), AdjustmentLine> Adjustments { get; init; } =
        ImmutableDictionary<(StageCode, string, string), AdjustmentLine>.Empty;

    /// <summary>Figures from outside for a stage, by name.</summary>
    public ImmutableDictionary<string, decimal> ReferencesOf(StageCode stage) => References.Values
        .Where(line => line.Stage == stage)
        .ToImmutableDictionary(line => line.Name, line => line.Value);

    /// <summary>What was decided for an entrant in a stage, by name of the adjustment.</summary>
    public ImmutableDictionary<string, AdjustmentLine> AdjustmentsOf(StageCode stage, string entrant) => Adjustments.Values
        .Where(line => line.Stage == stage && line.Entrant == entrant)
        .ToImmutableDictionary(line => line.Name);

    /// <summary>Hash of the rulebook that scores a stage: the last one adopted for it or for one before; null: none.</summary>
    public string? RulebookOf(StageLine stage)
    {
        ArgumentNullException.ThrowIfNull(stage);
        return Adopted.LastOrDefault(line =>
            line.From is not { } from
            || (Stages.GetValueOrDefault(from) is { } first && first.Dates.Start <= stage.Dates.Start))?.Rulebook;
    }

    public CompetitionBook Apply(CompetitionLine line) => line switch
    {
        ReferenceLine reference => this with
        {
            References = References.SetItem((reference.Stage, reference.Name), reference),
        },
        AdjustmentLine adjustment => this with
        {
            Adjustments = Adjustments.SetItem((adjustment.Stage, adjustment.Entrant, adjustment.Name), adjustment),
        },
        CompetitionProposedLine proposed => this with { Names = proposed.Names },
        RulebookAdoptedLine adopted => this with { Adopted = Adopted.Add(adopted) },
        StageLine stage => this with { Stages = Stages.SetItem(stage.Stage, stage) },
        DivisionLine division => this with
        {
            Divisions = Divisions.SetItem(division.Division, division),
            DivisionOrder = DivisionOrder.Contains(division.Division) ? DivisionOrder : DivisionOrder.Add(division.Division),
        },
        EnrolmentLine enrolment => this with { Entrants = Entrants.SetItem(enrolment.Entrant, enrolment) },
        WithdrawalLine withdrawal => this with { Entrants = Entrants.Remove(withdrawal.Entrant) },
        ObjectionLine objection => this with
        {
            Objections = Objections.SetItem(objection.Objection, new ObjectionState(objection)),
        },
        ObjectionAnsweredLine answer => this with
        {
            Objections = Objections.SetItem(answer.Objection, Objections[answer.Objection] with { Answer = answer }),
        },
        StageFinalisedLine final => this with { Finals = Finals.SetItem(final.Stage, final) },
        _ => throw new InvalidOperationException($"A {line.GetType().Name} is no line of a competition."),
    };
}
