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
            Place = item.Place,
        };
        if (part is null)
        {
            return award;
        }

        award = kind switch
        {
            AwardKind.Places => award with { Places = ReadPlaces(part.Child("places")), Ties = ReadTies(part) },
            AwardKind.Quota => award with
            {
                Quota = part.Value("quota") is { } quota ? ReadQuota(quota) : null,
                Share = part.Value("share") is { } share ? ReadShare(share) : null,
                Ties = ReadTies(part),
                By = part.Value("by") is { } by ? [.. by.List().Select(RankingPart.ReadColumn)] : [],
                Money = part.Value("money")?.Formula(),
            },
            AwardKind.Pool => award with { Pool = part.Number("pool") ?? 0m, Weight = part.RequiredFormula("weight") },
            AwardKind.Money => award with { Money = part.RequiredFormula("money") },
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
            .. part.Has("pool") ? [AwardKind.Pool] : Array.Empty<AwardKind>()];
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

    private static int? ReadQuota(PartValue value) =>
        value.Number() is var quota && quota is >= 1m and <= FormulaLimits.Items && decimal.IsInteger(quota)
            ? (int)quota
            : value.Refuse<int?>(null, "1 … 500");

    private static decimal? ReadShare(PartValue value) =>
        value.Number() is var share && share is > 0m and <= 1m ? share : value.Refuse<decimal?>(null, "0 < share ≤ 100%");

    private static ImmutableSortedDictionary<int, decimal> ReadPlaces(Part? part)
    {
        var places = ImmutableSortedDictionary.CreateBuilder<int, decimal>();
        foreach (var key in part?.Keys ?? [])
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
