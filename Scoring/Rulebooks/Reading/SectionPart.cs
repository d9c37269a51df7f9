namespace Ganchao.Scoring;

/// <summary>Reads <c>sections</c> and <c>total</c>.</summary>
internal static class SectionPart
{
    public static SectionDefinition Read(PartItem item)
    {
        if (item.Value.Child() is not { } part)
        {
            return new SectionDefinition { Id = item.Id, Names = new Names(item.Id, item.Id), Place = item.Place };
        }

        var section = new SectionDefinition
        {
            Id = item.Id,
            Names = part.Has("names") ? part.Names("names") : new Names(item.Id, item.Id),
            Weight = part.Number("weight") ?? 1m,
            Floor = part.Number("floor"),
            Cap = part.Number("cap"),
            HighestOnly = part.Truth("highest_only"),
            Decimals = part.Value("decimals")?.Decimals(),
            Rounding = part.Word("rounding", RoundingMode.HalfAway),
            Place = item.Place,
        };
        part.RefuseOtherKeys();
        return section;
    }

    public static TotalDefinition ReadTotal(Part? part)
    {
        if (part is null)
        {
            return new TotalDefinition();
        }

        var total = new TotalDefinition
        {
            Formula = part.Value("formula")?.Formula(),
            Floor = part.Number("floor"),
            Cap = part.Number("cap"),
            Decimals = part.Value("decimals")?.Decimals(),
            Rounding = part.Word("rounding", RoundingMode.HalfAway),
        };
        part.RefuseOtherKeys();
        return total;
    }
}
