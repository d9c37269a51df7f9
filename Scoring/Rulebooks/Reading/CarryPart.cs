namespace Ganchao.Scoring;

/// <summary>Reads <c>carries</c>.</summary>
internal static class CarryPart
{
    public static CarryDefinition Read(PartItem item)
    {
        if (item.Value.Child() is not { } part)
        {
            var nothing = new Formula("", new NumberExpr(0m, 0, 0), item.Place);
            return new CarryDefinition(
                item.Id, new Names(item.Id, item.Id), null, new RoundedFormula(nothing, null, RoundingMode.HalfAway), item.Place);
        }

        var carry = new CarryDefinition(
            item.Id,
            part.Has("names") ? part.Names("names") : new Names(item.Id, item.Id),
            part.Value("start")?.Formula(),
            new RoundedFormula(
                part.RequiredFormula("formula"),
                part.Value("decimals")?.Decimals(),
                part.Word("rounding", RoundingMode.HalfAway)),
            item.Place);
        part.RefuseOtherKeys();
        return carry;
    }
}
