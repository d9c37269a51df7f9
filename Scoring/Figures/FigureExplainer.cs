namespace Ganchao.Scoring;

/// <summary>Opens one row of a figure: how it came about, and of a record which entry it is.</summary>
internal static class FigureExplainer
{
    public static Explanation Row(Row context, Figure figure, FigureKey key)
    {
        var place = context.Open(figure, context.Rows(figure.Position).Find(key)!.Value);
        var how = figure.Value.Root.Explain(place);
        var records = place.Row.Records;
        return new Explanation(
            ExplanationKind.Occasion,
            FigureLabel.Of(figure.Definition.Per, place.Row),
            how.Formula,
            how.Numbers,
            how.Result,
            new Note(figure.Definition.Names.Zh, figure.Definition.Names.En),
            how.Kind is ExplanationKind.Term && how.Parts.Count == 0 ? [] : [how])
        {
            Entries = figure.Definition.Per == FigurePer.Record ? [records[0].Key.Entry] : [],
        };
    }
}

/// <summary>What rows and records are called in explanations.</summary>
internal static class FigureLabel
{
    public static string Of(FigurePer per, FigureRow row) => per switch
    {
        FigurePer.Record => Of(row.Records[0]),
        FigurePer.Shift => $"{Of(row.Key.Date)} · {NumberText.Of(row.Key.ShiftOrder)}",
        FigurePer.Day or FigurePer.Week => Of(row.Key.Date),
        FigurePer.Month => Of(row.Key.Date)[..7],
        _ => row.Key.Text.Length == 0 ? "–" : row.Key.Text,
    };

    /// <summary>Its date and what it is about.</summary>
    public static string Of(KeptRecord record) => string.Join(
        " · ",
        new[] { Of(record.Key.Date), record.Name.Subject, record.Name.Product, record.Name.Detail }
            .Where(static part => part.Length > 0));

    private static string Of(DateOnly date) => NumberText.Of(Result.Of((decimal)date.DayNumber), ValueKind.Date);
}
