namespace Ganchao.Scoring.Plain;

/// <summary>A row that a fold visits, and what its expression may read there.</summary>
/// <param name="Facts">Those that made it, for explanations.</param>
internal sealed record VisitedRow(DateOnly? Date, ISurroundings Here, IReadOnlyList<Fact> Facts);

/// <summary>Folds over rows in their order: of figures by occasion, or the records of such a row (sections 5 and 10).</summary>
internal static class RowFolds
{
    public static Result Of(CallExpr fold, IReadOnlyList<VisitedRow> rows, Inputs inputs)
    {
        var first = Term(fold, 0, rows);
        return fold.Name switch
        {
            "streak" => Spoilt(first) ?? Result.Of(first.Reverse().TakeWhile(Holds).Count()),
            "longest" => Spoilt(first) ?? Result.Of(Longest(first)),
            "firstWhere" => Spoilt(Term(fold, 1, rows)) ?? Where(first, Term(fold, 1, rows)),
            "lastWhere" => Spoilt(Term(fold, 1, rows)) ?? Where([.. first.Reverse()], [.. Term(fold, 1, rows).Reverse()]),
            "countBefore" => Spoilt([.. first, .. Term(fold, 1, rows)]) ?? CountBefore(first, Term(fold, 1, rows)),
            "days" or "firstDate" or "lastDate" => Spoilt(first) ?? Dates(fold.Name, first, rows),
            "trimmedMean" or "bestOf" or "worstOf" =>
                Spoilt(first) ?? OfMany(fold.Name, Present(first), (int)inputs.Fixed(fold.Arguments[1])),
            _ => Spoilt(first) ?? OfNumbers(fold.Name, Present(first)),
        };
    }

    private static Result[] Term(CallExpr fold, int term, IReadOnlyList<VisitedRow> rows) =>
        [.. rows.Select(row => Numbers.Quantised(Formulas.Evaluate(fold.Arguments[term], row.Here)))];

    /// <summary>The first reason by the enum's order that is not Missing; null when there is none.</summary>
    private static Result? Spoilt(IReadOnlyCollection<Result> results)
    {
        var reasons = results.Where(static result => !result.IsNumber && result.Reason != NaReason.Missing)
            .Select(static result => result.Reason)
            .ToList();
        return reasons.Count == 0 ? null : Result.Na(reasons.Min());
    }

    private static List<decimal> Present(Result[] results) =>
        [.. results.Where(static result => result.IsNumber).Select(static result => result.Number)];

    private static bool Holds(Result condition) => condition == Result.Of(true);

    private static int Longest(Result[] conditions)
    {
        var runs = Enumerable.Range(0, conditions.Length).Select(i => conditions.Skip(i).TakeWhile(Holds).Count());
        return runs.DefaultIfEmpty().Max();
    }

    private static Result Where(Result[] values, Result[] conditions) =>
        values.Zip(conditions).Where(static row => Holds(row.Second)).Select(static row => row.First)
            .FirstOrDefault(Result.Na(NaReason.Missing));

    private static Result CountBefore(Result[] counted, Result[] ends) =>
        Result.Of(counted.Zip(ends).TakeWhile(static row => !Holds(row.Second)).Count(static row => Holds(row.First)));

    private static Result Dates(string fold, Result[] results, IReadOnlyList<VisitedRow> rows)
    {
        var dates = rows.Zip(results).Where(static row => row.Second.IsNumber)
            .Select(static row => row.First.Date!.Value)
            .ToList();
        return fold == "days" ? Result.Of(dates.Distinct().Count())
            : dates.Count == 0 ? Result.Na(NaReason.Missing)
            : Result.Of((fold == "firstDate" ? dates.Min() : dates.Max()).DayNumber);
    }

    private static Result OfMany(string fold, List<decimal> numbers, int n)
    {
        if (numbers.Count == 0)
        {
            return Result.Na(NaReason.Missing);
        }

        switch (fold)
        {
            case "bestOf":
                return Numbers.ExactSum(numbers.OrderDescending().Take(n));
            case "worstOf":
                return Numbers.ExactSum(numbers.Order().Take(n));
        }

        var left = numbers.Count - (2 * n);
        return left < 1
            ? Result.Na(NaReason.OutOfDomain)
            : Numbers.Divide(Numbers.ExactSum(numbers.Order().Skip(n).Take(left)), Result.Of(left));
    }

    private static Result OfNumbers(string fold, List<decimal> numbers)
    {
        switch (fold)
        {
            case "count":
                return Result.Of(numbers.Count);
            case "countIf":
                return Result.Of(numbers.Count(static truth => truth == 1m));
        }

        if (numbers.Count == 0)
        {
            return Result.Na(NaReason.Missing);
        }

        return fold switch
        {
            "sum" => Numbers.ExactSum(numbers),
            "mean" => Numbers.Divide(Numbers.ExactSum(numbers), Result.Of(numbers.Count)),
            "min" => Result.Of(numbers.Min()),
            "max" => Result.Of(numbers.Max()),
            "first" => Result.Of(numbers[0]),
            "last" => Result.Of(numbers[^1]),
            "median" => Median([.. numbers.Order()]),
            _ => throw new UncheckedRulebookException($"'{fold}' is no fold."),
        };
    }

    private static Result Median(List<decimal> inOrder) => inOrder.Count % 2 == 1
        ? Result.Of(inOrder[inOrder.Count / 2])
        : Result.Of((inOrder[(inOrder.Count / 2) - 1] + inOrder[inOrder.Count / 2]) / 2m);
}
