using System.Collections.Immutable;

namespace Ganchao.Scoring;

/// <summary>
/// Formulas of the field (quotas, pools, tables of places, accounts) speak of no single entrant: outside of a cohort function
/// they know what is the same for all.
/// </summary>
internal sealed class FieldFormulaChecks(RulebookDefinition book, Findings findings)
{
    private static readonly ImmutableHashSet<string> Cohorts =
        ["best", "worst", "mean", "median", "sumOf", "countOf", "percentile"];

    private static readonly ImmutableHashSet<string> Known = ["reference", "account", "paid", "date", "daysSince"];
    private static readonly ImmutableHashSet<string> Foreign = ["value", "base", "total", "eligible"];

    public void Run()
    {
        var formulas = book.Awards.SelectMany(static award =>
            award.Tables.Select(static table => table.When).Append(award.Quota).Append(award.Pool))
            .Concat(book.Accounts.Select(static account => account.Formula.Formula));
        foreach (var formula in formulas.OfType<Formula>())
        {
            Check(formula.Root, formula);
        }
    }

    private void Check(Expr expr, Formula formula)
    {
        if (expr is CallExpr cohort && Cohorts.Contains(cohort.Name))
        {
            return;
        }

        if (IsForeign(expr))
        {
            findings.Error(
                "field-formula",
                FormulaText.PlaceOf(formula.Text, expr.Start, formula.Place),
                "此处对整个组别而言,不能用单个参赛者的数:请用 size、常数、外部数值,或 best、mean、sumOf、countOf 等组别函数。",
                "Here the whole field is meant, not one entrant; use size, constants, references, or functions such as best, mean, " +
                "sumOf, countOf.");
            return;
        }

        foreach (var part in Parts(expr))
        {
            Check(part, formula);
        }
    }

    private static ImmutableArray<Expr> Parts(Expr expr) =>
        expr is CallExpr call && WordCalls.Has(call.Name) ? [] : expr.Parts();

    private static bool IsForeign(Expr expr) => expr switch
    {
        NameExpr name => Foreign.Contains(name.Name),
        CallExpr { Name: "min" or "max", Arguments.Length: > 1 } => false,
        CallExpr call => !Known.Contains(call.Name) && !FunctionLibrary.Functions.ContainsKey(call.Name)
            && call.Name is not (BandShape.Name or PickShape.Name or MarginalShape.Name
                or "under" or "upTo" or "range" or "from" or "above"),
        _ => false,
    };
}
