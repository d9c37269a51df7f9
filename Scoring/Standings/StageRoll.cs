namespace Ganchao.Scoring;

/// <summary>Rolls the totals of stages up into one result.</summary>
public static class StageRoll
{
    /// <summary>n/a when a total is (the first reason) or there is none.</summary>
    public static Result Of(StagesDefinition stages, IReadOnlyList<Result> totals)
    {
        ArgumentNullException.ThrowIfNull(stages);
        ArgumentNullException.ThrowIfNull(totals);
        if (totals.Count == 0)
        {
            return Result.Na(NaReason.Missing);
        }

        if (totals.FirstOrDefault(static total => !total.IsNumber) is { IsNumber: false } missing)
        {
            return missing;
        }

        if (stages.Roll == StageRollKind.Weighted && totals.Count > stages.Weights.Length)
        {
            return Result.Na(NaReason.OutOfDomain);
        }

        try
        {
            var rolled = Rolled(stages, totals);
            return Result.Of(stages.Decimals is { } decimals ? Exact.Rounded(rolled, decimals, stages.Rounding) : rolled);
        }
        catch (OverflowException)
        {
            return Result.Na(NaReason.Overflow);
        }
    }

    private static decimal Rolled(StagesDefinition stages, IReadOnlyList<Result> totals)
    {
        var numbers = totals.Select(static total => total.Number);
        return stages.Roll switch
        {
            StageRollKind.Sum => numbers.Sum(),
            StageRollKind.Mean => numbers.Sum() / totals.Count,
            StageRollKind.Last => totals[^1].Number,
            StageRollKind.Weighted => numbers.Zip(stages.Weights, static (total, weight) => total * weight).Sum(),
            StageRollKind.Best => numbers.OrderDescending().Take(stages.Best).Sum(),
            StageRollKind.NotSet => throw new ArgumentException("Stages need a roll.", nameof(stages)),
        };
    }
}
