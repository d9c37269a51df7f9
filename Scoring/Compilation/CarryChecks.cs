namespace Ganchao.Scoring;

/// <summary>
/// What a carry starts from is known before anything is scored: terms of the entrant and the stage, constants, and functions of
/// them.
/// </summary>
internal sealed class CarryChecks(RulebookDefinition book, Findings findings)
{
    private static readonly HashSet<string> Columns = new(StringComparer.Ordinal) { "value", "base", "total", "eligible" };

    private static readonly HashSet<string> Terms =
        new(StringComparer.Ordinal) { "plan", "baseline", "coefficient", "reference", "tag", "date", "daysSince" };

    public void Run()
    {
        foreach (var start in book.Carries.Select(static carry => carry.Start).OfType<Formula>())
        {
            foreach (var expr in start.Root.Whole().Where(IsForeign))
            {
                findings.Error(
                    "carry-start",
                    FormulaText.PlaceOf(start.Text, expr.Start, start.Place),
                    "start 只能用计划、基期、系数、外部数值、标签、常数及其运算。",
                    "start may use plans, baselines, coefficients, references, tags, constants, and functions of them only.");
            }
        }
    }

    private static bool IsForeign(Expr expr) => expr switch
    {
        NameExpr name => Columns.Contains(name.Name),
        CallExpr { Name: "min" or "max", Arguments.Length: > 1 } => false,
        CallExpr call => !Terms.Contains(call.Name) && !FunctionLibrary.Functions.ContainsKey(call.Name)
            && call.Name is not (BandShape.Name or PickShape.Name or "under" or "upTo" or "range" or "from" or "above"),
        _ => false,
    };
}
