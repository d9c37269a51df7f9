namespace Ganchao.Scoring;

/// <summary>Reads <c>adjustments</c>.</summary>
internal static class AdjustmentPart
{
    public static AdjustmentDefinition Read(PartItem item)
    {
        if (item.Value.Child() is not { } part)
        {
            var nothing = new Formula("", new NumberExpr(0m, 0, 0), item.Place);
            return new AdjustmentDefinition(item.Id, new Names(item.Id, item.Id), nothing, nothing, item.Place);
        }

        var adjustment = new AdjustmentDefinition(
            item.Id,
            part.Has("names") ? part.Names("names") : new Names(item.Id, item.Id),
            part.RequiredFormula("from"),
            part.RequiredFormula("to"),
            item.Place);
        part.RefuseOtherKeys();
        return adjustment;
    }
}
