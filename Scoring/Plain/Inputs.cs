namespace Ganchao.Scoring.Plain;

/// <summary>The inputs and constants of a rulebook by name, and which facts belong to an input.</summary>
internal sealed class Inputs(RulebookDefinition rulebook)
{
    private static readonly string[] Folds =
    [
        "sum", "last", "count", "countIf", "days", "firstDate", "lastDate", "first", "trimmedMean", "bestOf", "worstOf", "streak",
        "longest", "firstWhere", "lastWhere", "countBefore",
    ];

    private static readonly string[] FoldsOrCohorts = ["mean", "min", "max", "median"];

    private readonly Dictionary<InputDefinition, List<InputDefinition>> _behind = new(ReferenceEqualityComparer.Instance);

    public Texts Texts { get; } = new();

    public InputDefinition? Input(string name) => rulebook.Inputs.FirstOrDefault(input => input.Name == name);

    public decimal? Constant(string name) => rulebook.Constants.FirstOrDefault(constant => constant.Name == name)?.Value;

    /// <summary>A literal, also negative, or a constant.</summary>
    public decimal Fixed(Expr expr) => expr switch
    {
        NumberExpr number => number.Value,
        NegateExpr negate => -Fixed(negate.Operand),
        NameExpr name when Constant(name.Name) is { } constant => constant,
        _ => throw new UncheckedRulebookException($"'{ExprText.Of(expr)}' must be a literal or a constant."),
    };

    /// <summary>
    /// Whether the call folds figures; <c>mean</c>, <c>median</c>, <c>min</c> and <c>max</c> do so when an input stands in
    /// them, or a figure by occasion.
    /// </summary>
    /// <param name="figures">Whether figures by occasion are folded here.</param>
    public bool IsFold(CallExpr call, bool figures) =>
        Folds.Contains(call.Name)
        || (FoldsOrCohorts.Contains(call.Name) && call.Arguments.Length == 1 && IsReadIn(call.Arguments[0], figures));

    /// <summary>The inputs written in an expression, in the order written.</summary>
    public IReadOnlyList<InputDefinition> WrittenIn(Expr expr)
    {
        var found = new List<InputDefinition>();
        foreach (var name in NamesIn(expr))
        {
            if (Input(name) is { } input && !found.Contains(input))
            {
                found.Add(input);
            }
        }

        return found;
    }

    /// <summary>
    /// The inputs with facts of their own behind an input: itself, or those that its formula uses, through
    /// derived ones too.
    /// </summary>
    public IReadOnlyList<InputDefinition> EnteredBehind(InputDefinition input)
    {
        if (!_behind.TryGetValue(input, out var entered))
        {
            entered = [];
            Collect(input, entered, [], 0);
            _behind[input] = entered;
        }

        return entered;
    }

    /// <summary>Whether a fact, whose date lies in the window, is a figure of an entered input.</summary>
    public static bool Belongs(Fact fact, InputDefinition input) =>
        fact.Measure == input.Measure
        && fact.Party == input.Party
        && (input.Products.IsEmpty || input.Products.Contains(fact.Product))
        && (input.Details.IsEmpty || input.Details.Contains(fact.Detail))
        && input.Where.All(filter => fact.Tags.TryGetValue(filter.Tag, out var tag) && filter.Values.Contains(tag))
        && (fact.Value is not null || input.Refused != RefusedFigures.Skip);

    private void Collect(
        InputDefinition input, List<InputDefinition> entered, HashSet<InputDefinition> seen, int depth)
    {
        if (depth > rulebook.Inputs.Length)
        {
            throw new UncheckedRulebookException($"Input '{input.Name}' is derived from itself.");
        }

        if (input.Formula is null)
        {
            if (!entered.Contains(input))
            {
                entered.Add(input);
            }

            return;
        }

        foreach (var used in WrittenIn(input.Formula.Root))
        {
            if (seen.Add(used) || depth > rulebook.Inputs.Length)
            {
                Collect(used, entered, seen, depth + 1);
            }
        }
    }

    private bool IsReadIn(Expr expr, bool figures) => expr switch
    {
        NameExpr name => Input(name.Name) is not null || (figures && rulebook.Figures.Any(figure => figure.Name == name.Name)),
        CallExpr call when WordCalls.Has(call.Name) || IsFold(call, figures) => false,
        _ => expr.Parts().Any(part => IsReadIn(part, figures)),
    };

    /// <summary>Names that are read: not the words in calls such as <c>plan(x)</c>.</summary>
    public static IEnumerable<string> NamesIn(Expr expr) => expr switch
    {
        NameExpr name => [name.Name],
        CallExpr call when WordCalls.Has(call.Name) => [],
        CallExpr { Name: "per", Arguments: [_, var grouped] } => NamesIn(grouped),
        _ => expr.Parts().SelectMany(NamesIn),
    };
}
