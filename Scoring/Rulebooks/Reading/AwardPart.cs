using System.Collections.Immutable;
using System.Globalization;

namespace Ganchao.Scoring;

/// <summary>Reads <c>awards</c>.</summary>
internal static class AwardPart
{
    public static AwardDefinition Read(PartItem item)
    {
        var part = item.Value.Child();
        var kind = part is null ? AwardKind.NotSet : ReadKind(item, part);
        var award = new AwardDefinition
        {
            Id = item.Id,
            Names = part is not null && part.Has("names") ? part.Names("names") : new Names(item.Id, item.Id),
            Kind = kind,
            When = part?.Value("when")?.Formula(),
            Per = part?.Value("per") is { } per ? ReadPer(per) : "",
            Place = item.Place,
        };
        if (part is null)
        {
            return award;
        }

        award = kind switch
        {
            AwardKind.Places => award with { Tables = ReadTables(part.Value("places")!), Ties = ReadTies(part) },
            AwardKind.Quota => award with
            {
                Quota = part.Value("quota") is { } quota ? ReadQuota(quota) : null,
                Share = part.Value("share") is { } share ? ReadShare(share) : null,
                Ties = ReadTies(part),
                By = part.Value("by") is { } by ? [.. by.List().Select(RankingPart.ReadColumn)] : [],
                Money = part.Value("money")?.Formula(),
            },
            AwardKind.Pool => award with { Pool = part.RequiredFormula("pool"), Weight = part.RequiredFormula("weight") },
            AwardKind.Money => award with
            {
                Money = part.RequiredFormula("money"),
                Pool = part.Value("pool")?.Formula(),
            },
            AwardKind.NotSet => award,
        };
        part.RefuseOtherKeys();
        return award;
    }

    /// <summary>Exactly one key says what kind of award it is; <c>money</c> stands alone or with a quota.</summary>
    private static AwardKind ReadKind(PartItem item, Part part)
    {
        List<AwardKind> kinds = [
            .. part.Has("places") ? [AwardKind.Places] : Array.Empty<AwardKind>(),
            .. part.Has("quota") ? [AwardKind.Quota] : Array.Empty<AwardKind>(),
            .. part.Has("share") ? [AwardKind.Quota] : Array.Empty<AwardKind>(),
            .. part.Has("pool") && !(part.Has("money") && !part.Has("weight")) ? [AwardKind.Pool] : Array.Empty<AwardKind>()];
        if (kinds.Count == 0 && part.Has("money"))
        {
            kinds.Add(AwardKind.Money);
        }

        if (kinds.Count != 1)
        {
            part.Findings.Error(
                "award-kind",
                item.Place,
                $"奖励 {item.Id} 须写 places、quota、share、pool、money 之一(quota、share 可另写 money)。",
                $"Award {item.Id} needs one of places, quota, share, pool, money (quota and share may have money besides).");
        }

        return kinds.FirstOrDefault();
    }

    private static AwardTies ReadTies(Part part) => part.Word("ties", AwardTies.NotSet);

    // A number that is written out says what it is; what a formula comes to is seen when it does.
    private static Formula? ReadQuota(PartValue value) => value.Formula() is var formula
        && formula.Root is NumberExpr or NegateExpr
        && !(formula.Root is NumberExpr { Value: >= 1m and <= FormulaLimits.Items } number && decimal.IsInteger(number.Value))
            ? value.Refuse<Formula?>(null, "1 … 500")
            : formula;

    private static string ReadPer(PartValue value) => value.Formula().Root is CallExpr { Name: "tag", Arguments: [NameExpr tag] }
        ? tag.Name
        : value.Refuse("", "tag(county)");

    private static decimal? ReadShare(PartValue value) =>
        value.Number() is var share && share is > 0m and <= 1m ? share : value.Refuse<decimal?>(null, "0 < share ≤ 100%");

    /// <summary>One table, or a list of them with conditions.</summary>
    private static ImmutableArray<PlacesTable> ReadTables(PartValue value)
    {
        var parts = value.IsList ? value.List().Select(static table => table.Child()) : [value.Child()];
        return [.. parts.Select(static part => new PlacesTable(part?.Value("when")?.Formula(), ReadPlaces(part)))];
    }

    private static ImmutableSortedDictionary<int, decimal> ReadPlaces(Part? part)
    {
        var places = ImmutableSortedDictionary.CreateBuilder<int, decimal>();
        foreach (var key in part?.Keys.Where(static key => key != "when") ?? [])
        {
            var value = part!.Value(key)!;
            if (int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var place)
                && place is >= 1 and <= FormulaLimits.Items && key[0] != '0')
            {
                places[place] = value.Number();
            }
            else
            {
                value.Refuse(0, "1: 10000 (1 … 500)");
            }
        }

        part?.RefuseOtherKeys();
        return places.ToImmutable();
    }
}
