using System.Collections.Immutable;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Registers;
using Ganchao.Grains.Registers;
using Ganchao.Scoring;

namespace Ganchao.Grains.Boards;

/// <summary>
/// A rulebook names measures; where one is derived or a ratio, its formula stands in the register. This puts the formula
/// into the rulebook's definition, with an input of the same window and filters for every measure that it uses.
/// </summary>
internal static class DerivedMeasures
{
    private const int MaxLookUps = 1_000;

    public static RulebookDefinition Expand(RulebookDefinition rulebook, PlantBook book)
    {
        var inputs = rulebook.Inputs.ToBuilder();

        // Below one input of the rulebook a measure is one input, however many formulas lead to it.
        var roots = rulebook.Inputs.ToDictionary(input => input.Name, input => input.Name);
        for (var at = 0; at < inputs.Count; at++)
        {
            if (inputs[at] is { Formula: null } input && FormulaOf(input, book) is { } formula)
            {
                var used = MeasuresIn(formula, book).Distinct().ToImmutableArray();
                var root = roots[input.Name];
                inputs[at] = input with { Formula = formula with { Root = Renamed(formula.Root, root, used) } };
                inputs.AddRange(used
                    .Select(measure => input with { Name = HiddenName(root, measure), Measure = measure })
                    .Where(hidden => roots.TryAdd(hidden.Name, root)));
            }
        }

        return rulebook with { Inputs = inputs.ToImmutable() };
    }

    /// <summary>
    /// What is wrong with a measure's formula: unreadable, using itself through others, or of no use to the simplest
    /// rulebook; null where nothing is.
    /// </summary>
    public static string? FaultOf(MeasureLine measure, PlantBook book)
    {
        var (root, refusal) = FormulaParser.Parse(measure.Formula!);
        return root is null ? refusal!.ToString()
            : UsesItself(root, measure.Measure.Value, book) ? $"'{measure.Measure}' is computed from itself."
            : LookUps(root, book, []) > MaxLookUps ? $"'{measure.Measure}' looks up more than {MaxLookUps} figures; use fewer steps."
            : measure.Kind == MeasureKind.Derived ? RulebookShelf.FaultOf(SumOf(measure), book.With(measure))
            : null;
    }

    private static RulebookLine SumOf(MeasureLine measure) => new()
    {
        Id = Guid.Empty,
        Code = "sum",
        Text =
            $$"""
            language: 1
            code: sum
            names: sum
            entrants: team
            inputs: { x: { measure: "{{measure.Measure}}" } }
            indicators: { sum: { names: sum, value: sum(x) } }
            ranking: { by: [ total desc ] }
            """,
    };

    // Each measure is looked into once, however often formulas name it.
    private static bool UsesItself(Expr root, string measure, PlantBook book)
    {
        var seen = new HashSet<string>();
        var open = new Stack<Expr>([root]);
        while (open.TryPop(out var formula))
        {
            foreach (var name in NamesIn(formula).Where(IdText.IsValid).Where(seen.Add))
            {
                if (name == measure)
                {
                    return true;
                }

                if (book.Measure(new MeasureCode(name))?.Formula is { } text)
                {
                    open.Push(FormulaParser.Parse(text).Root!);
                }
            }
        }

        return false;
    }

    // How many figures are looked up for one record, through all steps; each measure is worked out once.
    private static long LookUps(Expr root, PlantBook book, Dictionary<string, long> known) =>
        NamesIn(root).Where(IdText.IsValid).Sum(name =>
        {
            if (!known.TryGetValue(name, out var count))
            {
                count = book.Measure(new MeasureCode(name))?.Formula is { } text
                    ? Math.Min(LookUps(FormulaParser.Parse(text).Root!, book, known), MaxLookUps + 1)
                    : 1;
                known.Add(name, count);
            }

            return count;
        });

    private static Formula? FormulaOf(InputDefinition input, PlantBook book)
    {
        if (!IdText.IsValid(input.Measure) || book.Measure(new MeasureCode(input.Measure))?.Formula is not { } text)
        {
            return null;
        }

        var (root, refusal) = FormulaParser.Parse(text, input.Place);
        return root is null
            ? throw new InvalidOperationException($"The formula of measure '{input.Measure}' does not parse: {refusal}")
            : new Formula(text, root, input.Place);
    }

    private static IEnumerable<string> MeasuresIn(Formula formula, PlantBook book) =>
        NamesIn(formula.Root).Where(name => IdText.IsValid(name) && book.Measure(new MeasureCode(name)) is not null);

    private static IEnumerable<string> NamesIn(Expr expr) =>
        expr is NameExpr name ? [name.Name] : expr.Parts().SelectMany(NamesIn);

    private static string HiddenName(string root, string measure) => $"{root}__{measure}";

    private static Expr Renamed(Expr expr, string root, ImmutableArray<string> used) => expr switch
    {
        NameExpr name when used.Contains(name.Name) => name with { Name = HiddenName(root, name.Name) },
        CallExpr call => call with { Arguments = [.. call.Arguments.Select(part => Renamed(part, root, used))] },
        NegateExpr negate => negate with { Operand = Renamed(negate.Operand, root, used) },
        NotExpr not => not with { Operand = Renamed(not.Operand, root, used) },
        BinaryExpr binary => binary with
        {
            Left = Renamed(binary.Left, root, used),
            Right = Renamed(binary.Right, root, used),
        },
        _ => expr,
    };
}
