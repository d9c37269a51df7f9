namespace Ganchao.Scoring;

/// <summary>Awards whose ties or amounts cannot be.</summary>
internal sealed class AwardChecks(RulebookDefinition book, Findings findings)
{
    /// <summary>Most of a sum of money, in CNY: beyond it fen and shares are no longer exact.</summary>
    private const decimal Most = 1_000_000_000_000_000m;

    public void Run()
    {
        foreach (var award in book.Awards)
        {
            CheckTies(award);
            if (award.Tables.SelectMany(static table => table.Money.Values).Any(static money => !IsMoney(money))
                || (award.Kind == AwardKind.Pool && Written(award.Pool!.Root) is { } pool && (pool <= 0m || !IsMoney(pool))))
            {
                findings.Error(
                    "award-money",
                    award.Place,
                    $"奖励 {award.Id}:金额至多两位小数、不过千万亿元,奖金总额须大于 0。",
                    $"Award {award.Id}: an amount has at most 2 decimals and is at most 10¹⁵ CNY; a pool is more than 0.");
            }
        }
    }

    /// <summary>The number that is written there, or the constant; null with a formula.</summary>
    private decimal? Written(Expr expr) => expr switch
    {
        NumberExpr number => number.Value,
        NegateExpr { Operand: NumberExpr number } => -number.Value,
        NameExpr name => book.Constants.FirstOrDefault(constant => constant.Name == name.Name)?.Value,
        _ => null,
    };

    private void CheckTies(AwardDefinition award)
    {
        if (award is { Ties: AwardTies.NotSet, Kind: AwardKind.Places or AwardKind.Quota })
        {
            findings.Error(
                "award-ties",
                award.Place,
                $"奖励 {award.Id}:请写明并列的怎么办:ties: split(均分)、each(各得)或 none。",
                $"Award {award.Id} does not say what those on a level get; write ties: split, each or none.");
        }

        if (award.Ties == AwardTies.None && book.Ranking.Shared != SharedPlaces.None)
        {
            findings.Error(
                "award-ties",
                award.Place,
                $"奖励 {award.Id}:名次可以并列,ties: none 说不清并列的怎么办;请写 split 或 each,或 ranking 写 shared: none。",
                $"Award {award.Id}: the ranking shares places, so ties: none leaves open what they get; " +
                $"write split or each, or shared: none in the ranking.");
        }

        if (award is { Ties: AwardTies.Split, Kind: AwardKind.Quota } && !IsAmount(award.Money?.Root))
        {
            findings.Error(
                "award-split",
                award.Place,
                $"奖励 {award.Id}:有名额时 split 均分每个名额的奖金,money 须直接写数(至多两位小数);没有奖金请写 each。",
                $"Award {award.Id}: with a quota, split shares the money of a place; money must be a number, " +
                $"written out, of at most 2 decimals. Without money write each.");
        }
    }

    private bool IsAmount(Expr? expr) => expr is not null && Written(expr) is { } amount && IsMoney(amount);

    private static bool IsMoney(decimal amount) => Math.Abs(amount) <= Most && Math.Round(amount, 2) == amount;
}
