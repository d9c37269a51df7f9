namespace Ganchao.Scoring;

/// <summary>What an account opens with is known before anything is scored, and is the same for all.</summary>
internal sealed class AccountChecks(RulebookDefinition book, Findings findings)
{
    public void Run()
    {
        foreach (var start in book.Accounts.Select(static account => account.Start).OfType<Formula>())
        {
            foreach (var expr in start.Root.Whole().Where(IsForeign))
            {
                findings.Error(
                    "account-start",
                    FormulaText.PlaceOf(start.Text, expr.Start, start.Place),
                    "账户的 start 只能用常数和外部数值。",
                    "The start of an account may use constants and references only.");
            }
        }
    }

    private bool IsForeign(Expr expr) => expr switch
    {
        CallExpr { Name: "reference" } => false,
        CallExpr => true,
        NameExpr name => RulebookSymbols.IsReserved(name.Name) || book.Inputs.Any(input => input.Name == name.Name),
        _ => false,
    };
}
