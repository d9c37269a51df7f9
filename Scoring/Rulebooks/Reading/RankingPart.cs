namespace Ganchao.Scoring;

/// <summary>Reads <c>ranking</c> and <c>stages</c>.</summary>
internal static class RankingPart
{
    private static readonly RankingColumn TotalDescending =
        new(new Formula("total", new NameExpr("total", 0, 5), new TextPlace(1, 1)), Descending: true);

    public static RankingDefinition Read(Part? part)
    {
        if (part is null)
        {
            return new RankingDefinition { By = [TotalDescending] };
        }

        var ranking = new RankingDefinition
        {
            By = part.Value("by") is { } by ? [.. by.List().Select(ReadColumn)] : [TotalDescending],
            Shared = part.Value("shared") is { } shared ? ReadShared(shared) : SharedPlaces.Competition,
            DivisionsApart = part.Value("divisions") is not { } divisions || ReadDivisions(divisions),
        };
        part.RefuseOtherKeys();
        return ranking;
    }

    public static StagesDefinition? ReadStages(Part? part)
    {
        if (part is null)
        {
            return null;
        }

        var (roll, best) = part.RequiredFormula("roll").Root switch
        {
            NameExpr { Name: "sum" } => (StageRollKind.Sum, 0),
            NameExpr { Name: "mean" } => (StageRollKind.Mean, 0),
            NameExpr { Name: "last" } => (StageRollKind.Last, 0),
            NameExpr { Name: "weighted" } => (StageRollKind.Weighted, 0),
            CallExpr { Name: "best", Arguments: [NumberExpr { Value: >= 1m and <= 100m } n] } when decimal.IsInteger(n.Value) =>
                (StageRollKind.Best, (int)n.Value),
            _ => part.Value("roll")?.Refuse((StageRollKind.NotSet, 0), "sum, mean, best(n), last, weighted") ?? default,
        };
        var stages = new StagesDefinition(
            roll, best, part.Value("decimals")?.Decimals(), part.Word("rounding", RoundingMode.HalfAway))
        {
            Weights = part.Value("weights") is { } weights ? [.. weights.List().Select(static weight => weight.Number())] : [],
        };
        if ((roll == StageRollKind.Weighted) == stages.Weights.IsEmpty)
        {
            part.Findings.Error(
                "stage-weights", part.Place, "roll: weighted 与 weights 须同时写。", "Write roll: weighted and weights together.");
        }

        part.RefuseOtherKeys();
        return stages;
    }

    /// <summary>A formula and a last word: <c>points(质量) desc</c>.</summary>
    public static RankingColumn ReadColumn(PartValue value)
    {
        var text = value.Text().TrimEnd();
        var cut = text.LastIndexOf(' ') + 1;
        var word = text[cut..];
        if (word is not ("asc" or "desc"))
        {
            return value.Refuse(TotalDescending, "total desc, points(id) desc, value(id) asc …");
        }

        return new RankingColumn(value.Formula(upTo: cut), word == "desc");
    }

    private static SharedPlaces ReadShared(PartValue value) => value.Text() switch
    {
        "1-2-2-4" => SharedPlaces.Competition,
        "1-2-2-3" => SharedPlaces.Dense,
        "1-2.5-2.5-4" => SharedPlaces.Fractional,
        "none" => SharedPlaces.None,
        _ => value.Refuse(SharedPlaces.Competition, "1-2-2-4, 1-2-2-3, 1-2.5-2.5-4, none"),
    };

    private static bool ReadDivisions(PartValue value) => value.Text() switch
    {
        "apart" => true,
        "together" => false,
        _ => value.Refuse(true, "apart, together"),
    };
}
