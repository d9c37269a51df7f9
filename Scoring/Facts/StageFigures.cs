namespace Ganchao.Scoring;

/// <summary>What is the same for all entrants of a stage and comes from outside of it.</summary>
/// <param name="Number">Of the stage in its competition, from 1.</param>
/// <param name="OfYear">Of the stage among those of its statistical year, from 1.</param>
public sealed record StageFigures(int Number, int OfYear)
{
    public static readonly StageFigures First = new(1, 1);

    /// <summary>Figures from outside by name: peers' averages, published lines, funds.</summary>
    public IReadOnlyDictionary<string, decimal> References { get; init; } = new Dictionary<string, decimal>();

    /// <summary>What the stage before left in the accounts; empty in the first.</summary>
    public IReadOnlyList<AccountBalance> Accounts { get; init; } = [];

    /// <summary>What an account of a field opens with; null: nothing was left.</summary>
    public Result? Opening(string field, string account) =>
        Accounts.FirstOrDefault(balance => balance.Field == field && balance.Id == account)?.Balance;
}
