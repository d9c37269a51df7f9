using System.Collections.Immutable;
using Ganchao.Contracts;
using Ganchao.Contracts.Competitions;
using Ganchao.Contracts.Identity;

namespace Ganchao.Grains.Competitions;

/// <summary>What a competition's lines amount to: name, rulebook in force, stages, divisions, entrants.</summary>
public sealed record CompetitionBook(CompetitionId Id)
{
    public Names? Names { get; init; }

    /// <summary>Hash of the rulebook in force; null before one is adopted.</summary>
    public string? Rulebook { get; init; }

    public ImmutableDictionary<StageCode, StageLine> Stages { get; init; } =
        ImmutableDictionary<StageCode, StageLine>.Empty;

    public ImmutableDictionary<string, DivisionLine> Divisions { get; init; } =
        ImmutableDictionary<string, DivisionLine>.Empty;

    public ImmutableDictionary<string, EnrolmentLine> Entrants { get; init; } =
        ImmutableDictionary<string, EnrolmentLine>.Empty;

    public CompetitionBook Apply(CompetitionLine line) => line switch
    {
        CompetitionProposedLine proposed => this with { Names = proposed.Names },
        RulebookAdoptedLine adopted => this with { Rulebook = adopted.Rulebook },
        StageLine stage => this with { Stages = Stages.SetItem(stage.Stage, stage) },
        DivisionLine division => this with { Divisions = Divisions.SetItem(division.Division, division) },
        EnrolmentLine enrolment => this with { Entrants = Entrants.SetItem(enrolment.Entrant, enrolment) },
        WithdrawalLine withdrawal => this with { Entrants = Entrants.Remove(withdrawal.Entrant) },
        _ => throw new InvalidOperationException($"A {line.GetType().Name} is no line of a competition."),
    };
}
