namespace Ganchao.Scoring;

/// <summary>A call of a library function on checked terms.</summary>
internal sealed class FunctionNode<TContext>(
    IRuleFunction function, Node<TContext>[] terms, ColumnType type, string formula)
    : Node<TContext>(type, formula)
{
    private const int FewTerms = 8;

    public override Result Evaluate(TContext context)
    {
        Span<Result> few = stackalloc Result[FewTerms];
        var values = terms.Length <= FewTerms ? few[..terms.Length] : new Result[terms.Length];
        Fill(values, context);
        return Evaluate(values);
    }

    public override string Numbers(TContext context) =>
        $"{function.Name}({string.Join(", ", terms.Select(term => term.Numbers(context)))})";

    public override Explanation Explain(TContext context)
    {
        var values = new Result[terms.Length];
        Fill(values, context);
        var result = Evaluate(values);
        var note = result.IsNumber ? function.Explain(values, result) : Note.None;
        var parts = terms.Where(static term => term is not LiteralNode<TContext>).Select(term => term.Explain(context));
        return new Explanation(
            ExplanationKind.Function, function.Name, Formula, Numbers(context), result, note, ValueList.Of(parts));
    }

    private void Fill(Span<Result> values, TContext context)
    {
        for (var i = 0; i < terms.Length; i++)
        {
            values[i] = terms[i].Evaluate(context);
        }
    }

    private Result Evaluate(ReadOnlySpan<Result> values)
    {
        if (!function.SeesNa)
        {
            foreach (var value in values)
            {
                if (!value.IsNumber)
                {
                    return value;
                }
            }
        }

        try
        {
            return function.Evaluate(values);
        }
        catch (OverflowException)
        {
            return Result.Na(NaReason.Overflow);
        }
    }
}
