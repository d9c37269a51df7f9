using System.Globalization;

namespace Ganchao.Scoring.Plain;

/// <summary>
/// From values to totals: every figure of an entrant that other formulas may ask for (section 8 of the
/// language).
/// </summary>
internal sealed class Columns(Recount recount)
{
    private readonly Dictionary<(string Entrant, string Name), Result> _known = [];
    private readonly HashSet<(string Entrant, string Name)> _begun = [];

    private RulebookDefinition Rulebook => recount.Rulebook;

    public IndicatorDefinition Indicator(string id) =>
        Rulebook.Indicators.FirstOrDefault(indicator => indicator.Id == id)
        ?? throw new UncheckedRulebookException($"'{id}' is no indicator.");

    public SectionDefinition SectionNamed(string id) =>
        Rulebook.Sections.FirstOrDefault(section => section.Id == id)
        ?? throw new UncheckedRulebookException($"'{id}' is no section.");

    public IReadOnlyList<IndicatorDefinition> IndicatorsOf(string section) =>
        [.. Rulebook.Indicators.Where(indicator => indicator.Section == section)];

    public Result Value(Scored entrant, IndicatorDefinition indicator) =>
        Once(entrant, $"value {indicator.Id}", () => LeftOut(entrant, indicator)
            ?? Evaluate(indicator.Value, new EntrantSurroundings(recount, entrant, own: null)));

    /// <summary>Whether the indicator counts for the entrant; yes where the rulebook makes no difference.</summary>
    public Result Applies(Scored entrant, IndicatorDefinition indicator) => Once(
        entrant,
        $"applies {indicator.Id}",
        () => indicator.Applies is { } condition
            ? Formulas.Evaluate(condition.Root, new EntrantSurroundings(recount, entrant, own: null))
            : Result.Of(true));

    /// <summary>By the formula and rounded; no effect and no gate yet.</summary>
    public Result ComputedPoints(Scored entrant, IndicatorDefinition indicator) =>
        Once(entrant, $"computed points {indicator.Id}", () => LeftOut(entrant, indicator) ?? (indicator.Points is { } points
            ? Evaluate(points, new EntrantSurroundings(recount, entrant, indicator))
            : Value(entrant, indicator)));

    /// <summary>The effect that stands in for points that are n/a; null when there are points.</summary>
    public MissingEffect? EffectOn(Scored entrant, IndicatorDefinition indicator) =>
        ComputedPoints(entrant, indicator).Reason switch
        {
            NaReason.None => null,
            _ when Applies(entrant, indicator) == Result.Of(false) => null,
            NaReason.Missing => indicator.WhenMissing,
            NaReason.Refused => indicator.WhenRefused,
            _ => indicator.WhenNa,
        };

    public Result PointsBeforeGates(Scored entrant, IndicatorDefinition indicator) => EffectOn(entrant, indicator) switch
    {
        null or { Kind: MissingEffectKind.None } => ComputedPoints(entrant, indicator),
        { Kind: MissingEffectKind.Points, Points: var points } => Result.Of(points),
        { Kind: MissingEffectKind.Neutral } => indicator.Base is { } neutral
            ? Result.Of(neutral)
            : throw new UncheckedRulebookException($"Indicator '{indicator.Id}' has no base to be neutral."),
        { Kind: MissingEffectKind.Exclude } => Result.Na(NaReason.Excluded),
        _ => throw new UncheckedRulebookException($"Indicator '{indicator.Id}' has an effect without a kind."),
    };

    public Result Points(Scored entrant, IndicatorDefinition indicator) => Once(
        entrant,
        $"points {indicator.Id}",
        () => Applies(entrant, indicator) == Result.Of(false)
            ? ComputedPoints(entrant, indicator)
            : recount.Gates.Applied(PointsBeforeGates(entrant, indicator), entrant, GateScope.Indicator, indicator.Id));

    /// <summary>Least and greatest amount that the committee may decide.</summary>
    public (Result From, Result To) RangeOf(Scored entrant, AdjustmentDefinition adjustment)
    {
        Result Bound(string name, Formula formula) => Once(
            entrant,
            $"{name} {adjustment.Id}",
            () => Formulas.Evaluate(formula.Root, new EntrantSurroundings(recount, entrant, own: null)));
        return (Bound("from", adjustment.From), Bound("to", adjustment.To));
    }

    /// <summary>What the entrant leaves to the next stage.</summary>
    public Result Carry(Scored entrant, CarryDefinition carry) => Once(
        entrant, $"carry {carry.Id}", () => Evaluate(carry.Formula, new EntrantSurroundings(recount, entrant, own: null)));

    /// <summary>What stands in place of a figure of an indicator that is not for the entrant; null when it is.</summary>
    private Result? LeftOut(Scored entrant, IndicatorDefinition indicator)
    {
        var applies = Applies(entrant, indicator);
        return !applies.IsNumber ? applies
            : applies == Result.Of(false) ? Result.Na(NaReason.Excluded)
            : null;
    }

    public Result Section(Scored entrant, SectionDefinition section) => Once(entrant, $"section {section.Id}", () =>
    {
        var points = SumOrHighest(entrant, IndicatorsOf(section.Id), section.HighestOnly);
        var weighted = Numbers.Multiply(points, Result.Of(section.Weight));
        var bounded = Numbers.Bounded(weighted, section.Floor, section.Cap);
        var rounded = Numbers.Rounded(bounded, section.Decimals, section.Rounding);
        return recount.Gates.Applied(rounded, entrant, GateScope.Section, section.Id);
    });

    public Result Total(Scored entrant) => Once(entrant, "total", () =>
    {
        var total = Rulebook.Total;
        var sum = total.Formula is { } formula
            ? Formulas.Evaluate(formula.Root, new EntrantSurroundings(recount, entrant, own: null))
            : SumOfSections(entrant);
        var bounded = Numbers.Bounded(sum, total.Floor, total.Cap);
        var rounded = Numbers.Rounded(bounded, total.Decimals, total.Rounding);
        return recount.Gates.Applied(rounded, entrant, GateScope.Total, "");
    });

    public Result GateCondition(Scored entrant, GateDefinition gate) =>
        Once(entrant, $"gate {gate.Id}", () =>
            Formulas.Evaluate(gate.When.Root, new EntrantSurroundings(recount, entrant, own: null)));

    /// <summary>Yes for a grade that takes everybody.</summary>
    public Result GradeCondition(Scored entrant, GradeDefinition grade) => grade.When is { } when
        ? Once(
            entrant,
            $"grade {grade.Id}",
            () => Formulas.Evaluate(when.Root, new EntrantSurroundings(recount, entrant, own: null)))
        : Result.Of(true);

    /// <summary>The sections in order, then the indicators that stand in none, as if they were one of weight 1.</summary>
    private Result SumOfSections(Scored entrant)
    {
        var inSections = SumOfCounted(Rulebook.Sections.Select(section => Section(entrant, section)));
        return SumOfCounted([inSections, SumOrHighest(entrant, IndicatorsOf(""), highestOnly: false)]);
    }

    private Result SumOrHighest(Scored entrant, IReadOnlyList<IndicatorDefinition> indicators, bool highestOnly)
    {
        var points = indicators.Select(indicator => Points(entrant, indicator)).ToList();
        if (highestOnly)
        {
            return Highest(points);
        }

        var counted = indicators.Where(indicator => Points(entrant, indicator).Reason != NaReason.Excluded).ToList();
        var sum = SumOfCounted(points);
        if (counted.Count == indicators.Count || counted.Count == 0 || indicators.Any(static indicator => indicator.Base is null))
        {
            return sum;
        }

        var allBases = SumOfCounted(indicators.Select(static indicator => Result.Of(indicator.Base!.Value)));
        var basesLeft = SumOfCounted(counted.Select(static indicator => Result.Of(indicator.Base!.Value)));
        return Numbers.Divide(Numbers.Multiply(sum, allBases), basesLeft);
    }

    /// <summary>
    /// Excluded ones are left out; all left out is Excluded; any other n/a makes the sum n/a, the first with
    /// its reason.
    /// </summary>
    private static Result SumOfCounted(IEnumerable<Result> results)
    {
        var counted = results.Where(static result => result.Reason != NaReason.Excluded).ToList();
        var na = Numbers.FirstNa([.. counted]);
        return counted.Count == 0 ? Result.Na(NaReason.Excluded)
            : na.IsNumber ? counted.Aggregate(Result.Zero, Numbers.Add)
            : na;
    }

    private static Result Highest(IEnumerable<Result> results)
    {
        var counted = results.Where(static result => result.Reason != NaReason.Excluded).ToArray();
        var na = Numbers.FirstNa(counted);
        if (counted.Length == 0 || !na.IsNumber)
        {
            return counted.Length == 0 ? Result.Na(NaReason.Excluded) : na;
        }

        return counted.MaxBy(static result => result.Number);
    }

    private static Result Evaluate(RoundedFormula figure, EntrantSurroundings entrant) =>
        Numbers.Rounded(Formulas.Evaluate(figure.Formula.Root, entrant), figure.Decimals, figure.Rounding);

    /// <summary>Computed when first asked for; asked for while it is being computed, it depends on itself.</summary>
    private Result Once(Scored entrant, string column, Func<Result> compute)
    {
        var key = (entrant.Id, column);
        if (_known.TryGetValue(key, out var known))
        {
            return known;
        }

        if (!_begun.Add(key))
        {
            throw new UncheckedRulebookException(
                string.Create(CultureInfo.InvariantCulture, $"The column '{column}' depends on itself."));
        }

        return _known[key] = compute();
    }
}
