namespace Ganchao.Scoring;

/// <summary>
/// The points of several columns together: summed or the highest of them. Excluded ones are left out and, where every part has a
/// base, the sum is re-spread over the bases left; any other n/a makes the whole n/a.
/// </summary>
/// <param name="parts">Columns with the id and the base of what they are.</param>
internal sealed class GatheredNode(
    IReadOnlyList<(int Column, string Id, decimal? Base)> parts, bool highestOnly, string formula)
    : Node<Row>(new ColumnType(ValueKind.Number, Occasion.Stage), formula)
{
    private readonly (int Column, string Id, decimal? Base)[] _parts = [.. parts];
    private readonly bool _spreads = parts.All(static part => part.Base is not null);

    public override Result Evaluate(Row context)
    {
        try
        {
            return Gather(context);
        }
        catch (OverflowException)
        {
            return Result.Na(NaReason.Overflow);
        }
    }

    public override string Numbers(Row context)
    {
        var numbers = Counted(context).Select(static part => NumberText.Of(part.Points, ValueKind.Number));
        return highestOnly ? $"max({string.Join(", ", numbers)})" : string.Join(" + ", numbers);
    }

    public override Explanation Explain(Row context)
    {
        var left = Counted(context).Count;
        var note = left == _parts.Length || left == 0
            ? Note.None
            : new Note(
                $"{NumberText.Of(_parts.Length - left)} 项不计,按余下基分折算",
                $"{NumberText.Of(_parts.Length - left)} left out, re-spread over the bases left");
        return new Explanation(
            ExplanationKind.Formula, highestOnly ? "highest" : "sum", Formula, Numbers(context), Evaluate(context), note, []);
    }

    private List<(Result Points, decimal? Base)> Counted(Row context) =>
        [.. _parts.Select(part => (context.Column(part.Column), part.Base)).Where(
            static part => part.Item1.Reason != NaReason.Excluded)];

    private Result Gather(Row context)
    {
        var left = 0;
        foreach (var (column, _, _) in _parts)
        {
            var points = context.Column(column);
            if (points is { IsNumber: false, Reason: not NaReason.Excluded })
            {
                return points;
            }

            left += points.IsNumber ? 1 : 0;
        }

        return left == 0 ? Result.Na(NaReason.Excluded)
            : highestOnly ? Result.Of(Highest(context))
            : left == _parts.Length || !_spreads ? Result.Of(Sum(context))
            : Exact.Divided(Sum(context) * _parts.Sum(static part => part.Base!.Value), BasesLeft(context));
    }

    private decimal Sum(Row context)
    {
        var sum = 0m;
        foreach (var (column, _, _) in _parts)
        {
            sum += context.Column(column).Number;
        }

        return sum;
    }

    private decimal Highest(Row context) =>
        _parts.Select(part => context.Column(part.Column)).Where(static points => points.IsNumber).Max(static p => p.Number);

    private decimal BasesLeft(Row context) =>
        _parts.Where(part => context.Column(part.Column).IsNumber).Sum(static part => part.Base!.Value);
}
