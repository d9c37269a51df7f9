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
    public override Result Evaluate(Row context)
    {
        var counted = Counted(context);
        if (counted.Count == 0)
        {
            return Result.Na(NaReason.Excluded);
        }

        try
        {
            return counted.Find(static part => !part.Points.IsNumber) is { Points.Reason: not NaReason.None } missing
                ? missing.Points
                : highestOnly ? Result.Of(counted.Max(static part => part.Points.Number)) : Sum(counted);
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
        var note = left == parts.Count || left == 0
            ? Note.None
            : new Note(
                $"{NumberText.Of(parts.Count - left)} 项不计,按余下基分折算",
                $"{NumberText.Of(parts.Count - left)} left out, re-spread over the bases left");
        return new Explanation(
            ExplanationKind.Formula, highestOnly ? "highest" : "sum", Formula, Numbers(context), Evaluate(context), note, []);
    }

    private List<(Result Points, decimal? Base)> Counted(Row context) =>
        [.. parts.Select(part => (context.Column(part.Column), part.Base)).Where(
            static part => part.Item1.Reason != NaReason.Excluded)];

    private Result Sum(List<(Result Points, decimal? Base)> counted)
    {
        var sum = counted.Aggregate(0m, static (total, part) => total + part.Points.Number);
        var isWhole = counted.Count == parts.Count || parts.Any(static part => part.Base is null);
        return isWhole
            ? Result.Of(sum)
            : Exact.Divided(sum * parts.Sum(static part => part.Base!.Value), counted.Sum(static part => part.Base!.Value));
    }
}
