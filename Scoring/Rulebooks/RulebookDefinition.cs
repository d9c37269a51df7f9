using System.Collections.Immutable;

namespace Ganchao.Scoring;

/// <summary>
/// A rulebook as read from its text: every formula parsed, no name resolved yet. Both evaluators start here.
/// </summary>
public sealed record RulebookDefinition
{
    /// <summary>The exact text.</summary>
    public required string Text { get; init; }

    /// <summary>SHA-256 of the UTF-8 bytes of <see cref="Text"/>, lower-case hexadecimal.</summary>
    public required string Hash { get; init; }

    /// <summary>Version of the language; a change of meaning of any function is a new number.</summary>
    public required int Language { get; init; }

    public required string Code { get; init; }

    public required Names Names { get; init; }

    public required EntrantKind Entrants { get; init; }

    public ImmutableArray<InputDefinition> Inputs { get; init; } = [];

    public ImmutableArray<ConstantDefinition> Constants { get; init; } = [];

    /// <summary>Figures by occasion, in the order written.</summary>
    public ImmutableArray<FigureDefinition> Figures { get; init; } = [];

    public ImmutableArray<AdjustmentDefinition> Adjustments { get; init; } = [];

    public ImmutableArray<IndicatorDefinition> Indicators { get; init; } = [];

    public ImmutableArray<SectionDefinition> Sections { get; init; } = [];

    /// <summary>What the bases of all indicators must add up to; null when the rulebook declares nothing.</summary>
    public decimal? Weights { get; init; }

    public TextPlace WeightsPlace { get; init; }

    public ImmutableArray<GateDefinition> Gates { get; init; } = [];

    public ImmutableArray<EligibilityDefinition> Eligibility { get; init; } = [];

    /// <summary>Best first.</summary>
    public ImmutableArray<GradeDefinition> Grades { get; init; } = [];

    public ImmutableArray<AwardDefinition> Awards { get; init; } = [];

    /// <summary>What a stage leaves to the next.</summary>
    public ImmutableArray<CarryDefinition> Carries { get; init; } = [];

    /// <summary>What a field keeps from stage to stage.</summary>
    public ImmutableArray<AccountDefinition> Accounts { get; init; } = [];

    public required TotalDefinition Total { get; init; }

    public required RankingDefinition Ranking { get; init; }

    public StagesDefinition? Stages { get; init; }

    /// <summary>A rulebook over the results of the stages; null: there is none.</summary>
    public RulebookDefinition? Series { get; init; }
}

/// <summary>A name in both languages; one stands for the other where only one is given.</summary>
public sealed record Names(string Zh, string En);

public enum EntrantKind
{
    NotSet = 0,
    Team,
    Person,
    Branch,
    Leader,
    Project,
    Plant,
}

/// <summary>A named number, the same for all entrants.</summary>
public sealed record ConstantDefinition(string Name, decimal Value, TextPlace Place)
{
    /// <summary>Empty: none, so that it goes with any unit.</summary>
    public string Unit { get; init; } = "";
}
