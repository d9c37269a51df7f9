namespace Ganchao.Scoring;

/// <summary>Reads <c>figures</c>.</summary>
internal static class FigurePart
{
    public static FigureDefinition Read(PartItem item)
    {
        if (item.Value.Child() is not { } part)
        {
            var none = new RoundedFormula(new Formula("", new NumberExpr(0m, 0, 0), item.Place), null, RoundingMode.HalfAway);
            return new FigureDefinition(item.Id, new Names(item.Id, item.Id), FigurePer.NotSet, "", none, item.Place);
        }

        var (per, tag) = ReadPer(part.RequiredFormula("per").Root, part);
        var figure = new FigureDefinition(
            item.Id,
            part.Has("names") ? part.Names("names") : new Names(item.Id, item.Id),
            per,
            tag,
            new RoundedFormula(
                part.RequiredFormula("formula"),
                part.Value("decimals")?.Decimals(),
                part.Word("rounding", RoundingMode.HalfAway)),
            item.Place);
        part.RefuseOtherKeys();
        return figure;
    }

    private static (FigurePer Per, string Tag) ReadPer(Expr per, Part part) => per switch
    {
        NameExpr { Name: "record" } => (FigurePer.Record, ""),
        NameExpr { Name: "shift" } => (FigurePer.Shift, ""),
        NameExpr { Name: "day" } => (FigurePer.Day, ""),
        NameExpr { Name: "week" } => (FigurePer.Week, ""),
        NameExpr { Name: "month" } => (FigurePer.Month, ""),
        NameExpr { Name: "product" } => (FigurePer.Product, ""),
        NameExpr { Name: "detail" } => (FigurePer.Detail, ""),
        NameExpr { Name: "subject" } => (FigurePer.Subject, ""),
        CallExpr { Name: "tag", Arguments: [NameExpr tag] } => (FigurePer.Tag, tag.Name),
        _ => part.Value("per")?.Refuse(
            (FigurePer.NotSet, ""), "record, shift, day, week, month, product, detail, subject, tag(name)") ?? default,
    };
}
