namespace Ganchao.Scoring.Plain;

/// <summary>Words that a function expects: the name of an input, a coefficient, a column, a direction.</summary>
internal static class Words
{
    public static string Of(Expr expr) => expr switch
    {
        NameExpr name => name.Name,
        TextExpr text => text.Value,
        _ => throw new UncheckedRulebookException($"'{ExprText.Of(expr)}' is not a word."),
    };
}
