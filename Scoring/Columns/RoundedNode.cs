namespace Ganchao.Scoring;

/// <summary>Rounds where the rulebook says so.</summary>
internal sealed class RoundedNode(Node<Row> inner, int decimals, RoundingMode mode) : Node<Row>(inner.Type, inner.Formula)
{
    public override Result Evaluate(Row context) => Rounded(inner.Evaluate(context));

    public override Explanation Explain(Row context)
    {
        var before = inner.Explain(context);
        var after = Rounded(before.Result);
        return new Explanation(
            ExplanationKind.Rounding,
            mode.ToString(),
            inner.Formula,
            before.Numbers,
            after,
            new Note($"保留 {NumberText.Of(decimals)} 位小数", $"rounded to {NumberText.Of(decimals)} decimals, {mode}"),
            [before]);
    }

    private Result Rounded(Result result)
    {
        try
        {
            return result.IsNumber ? Result.Of(Exact.Rounded(result.Number, decimals, mode)) : result;
        }
        catch (OverflowException)
        {
            return Result.Na(NaReason.Overflow);
        }
    }
}
