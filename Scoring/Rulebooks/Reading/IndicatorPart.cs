namespace Ganchao.Scoring;

/// <summary>Reads <c>indicators</c>.</summary>
internal static class IndicatorPart
{
    public static IndicatorDefinition Read(PartItem item)
    {
        if (item.Value.Child() is not { } part)
        {
            return new IndicatorDefinition
            {
                Id = item.Id,
                Names = new Names(item.Id, item.Id),
                Value = new RoundedFormula(new Formula("", new NumberExpr(0m, 0, 0), item.Place), null, RoundingMode.HalfAway),
                Place = item.Place,
            };
        }

        var indicator = new IndicatorDefinition
        {
            Id = item.Id,
            Names = part.Has("names") ? part.Names("names") : new Names(item.Id, item.Id),
            Unit = part.Text("unit"),
            Section = part.Text("section"),
            Base = part.Number("base"),
            Value = part.Value("value") is { } value ? ReadRounded(value)
                : new RoundedFormula(part.RequiredFormula("value"), null, RoundingMode.HalfAway),
            Points = part.Value("points") is { } points ? ReadRounded(points) : null,
            Applies = part.Value("applies")?.Formula(),
            WhenMissing = ReadEffect(part.Child("when_missing"), MissingEffect.None),
            WhenRefused = ReadEffect(part.Child("when_refused"), MissingEffect.Worst),
            WhenNa = ReadEffect(part.Child("when_na"), MissingEffect.None),
            Place = item.Place,
        };
        part.RefuseOtherKeys();
        return indicator;
    }

    /// <summary>A formula alone, or with <c>decimals</c> and <c>rounding</c>.</summary>
    private static RoundedFormula ReadRounded(PartValue value)
    {
        if (value.IsScalar || value.Child() is not { } part)
        {
            return new RoundedFormula(value.Formula(), null, RoundingMode.HalfAway);
        }

        var rounded = new RoundedFormula(
            part.RequiredFormula("formula"),
            part.Value("decimals")?.Decimals(),
            part.Word("rounding", RoundingMode.HalfAway));
        part.RefuseOtherKeys();
        return rounded;
    }

    private static MissingEffect ReadEffect(Part? part, MissingEffect absent)
    {
        if (part is null)
        {
            return absent;
        }

        var mark = part.Text("mark");
        var effect = part.Value("points") is not { } points
            ? new MissingEffect(MissingEffectKind.None, 0m, mark)
            : points.Formula().Root switch
            {
                NameExpr { Name: "neutral" } => new MissingEffect(MissingEffectKind.Neutral, 0m, mark),
                NameExpr { Name: "exclude" } => new MissingEffect(MissingEffectKind.Exclude, 0m, mark),
                NameExpr { Name: "na" } => new MissingEffect(MissingEffectKind.None, 0m, mark),
                _ => new MissingEffect(MissingEffectKind.Points, points.Number(), mark),
            };
        part.RefuseOtherKeys();
        return effect;
    }
}
