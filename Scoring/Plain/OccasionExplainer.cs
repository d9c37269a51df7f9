using System.Globalization;

namespace Ganchao.Scoring.Plain;

/// <summary>Opens folds over figures by occasion into their rows, and rows into their records and entries.</summary>
internal static class OccasionExplainer
{
    private const int Shown = 62;

    /// <summary>Null when the fold is one over facts.</summary>
    public static Explanation? Open(CallExpr fold, EntrantSurroundings entrant, string text)
    {
        if (entrant is OccasionSurroundings row)
        {
            return Records(fold, row, text);
        }

        return entrant.Recount.Occasions.WrittenIn(fold).Count > 0 ? Rows(fold, entrant, text) : null;
    }

    private static Explanation Rows(CallExpr fold, EntrantSurroundings entrant, string text)
    {
        var occasions = entrant.Recount.Occasions;
        var figures = occasions.WrittenIn(fold);
        var rows = entrant.Recount.FigureFolds.Visited(fold, entrant.Scored);
        var opened = rows.SelectMany(row => figures
            .Select(figure => (Figure: figure, At: occasions.IndexOf(figure, entrant.Scored, row.Key)))
            .Where(static found => found.At >= 0)
            .Select(found => Row(found.Figure, entrant, found.At)));
        return Fold(fold, entrant, text, string.Join(", ", figures.Select(static figure => figure.Name)), rows.Count, opened);
    }

    private static Explanation Row(FigureDefinition figure, EntrantSurroundings entrant, int at)
    {
        var here = entrant.Recount.Occasions.At(figure, entrant.Scored, at);
        var explainer = new FormulaExplainer(figure.Figure.Formula, here);
        Explanation[] rounded = figure.Figure.Decimals is { } decimals
            ? [new(
                ExplanationKind.Rounding, "round", "", "", Result.Of(decimals),
                NoteWords.Rounded(decimals, figure.Figure.Rounding), [])]
            : [];
        return new Explanation(
            ExplanationKind.Occasion,
            Label(figure.Per, here.ThisRow),
            figure.Figure.Formula.Text,
            explainer.Numbers,
            entrant.Recount.Occasions.Value(figure, entrant.Scored, at),
            NoteWords.Named(figure.Names),
            ValueList.Of([.. explainer.Parts, .. rounded]))
        {
            Entries = figure.Per == FigurePer.Record ? EntriesOf(here.ThisRow.Records[0].Facts) : [],
        };
    }

    private static Explanation Records(CallExpr fold, OccasionSurroundings row, string text)
    {
        var visited = row.Visited(fold);
        var inputs = string.Join(", ", row.Recount.Inputs.WrittenIn(fold).Select(static input => input.Name));
        var records = visited.Select(record => new Explanation(
            ExplanationKind.Record,
            Label(record.Facts[0]),
            ExprText.Of(fold.Arguments[0]),
            "",
            Numbers.Quantised(Formulas.Evaluate(fold.Arguments[0], record.Here)),
            Note.None,
            [])
        {
            Entries = EntriesOf(record.Facts),
        });
        return Fold(fold, row, text, inputs, visited.Count, records);
    }

    private static Explanation Fold(
        CallExpr fold, EntrantSurroundings entrant, string text, string subject, int count, IEnumerable<Explanation> parts)
    {
        var more = Math.Max(0, count - Shown);
        var note = new Note(
            string.Create(CultureInfo.InvariantCulture, $"{count} 行{(more == 0 ? "" : $",另有 {more} 行未列出")}"),
            string.Create(CultureInfo.InvariantCulture, $"{count} rows{(more == 0 ? "" : $", {more} more than shown")}"));
        return new Explanation(
            ExplanationKind.Fold, subject, text, "", Formulas.Evaluate(fold, entrant), note, ValueList.Of(parts.Take(Shown)));
    }

    private static ValueList<Guid> EntriesOf(IEnumerable<Fact> facts) =>
        ValueList.Of(facts.Select(static fact => fact.Entry).Distinct());

    private static string Label(FigurePer per, OccasionRow row) => per switch
    {
        FigurePer.Record => Label(row.Records[0].Facts[0]),
        FigurePer.Shift => string.Create(CultureInfo.InvariantCulture, $"{row.Date:O} · {row.Order.ShiftOrder}"),
        FigurePer.Day or FigurePer.Week => string.Create(CultureInfo.InvariantCulture, $"{row.Date:O}"),
        FigurePer.Month => string.Create(CultureInfo.InvariantCulture, $"{row.Date:yyyy-MM}"),
        _ => string.Concat(row.Key.Product, row.Key.Detail, row.Key.Subject, row.Key.Record) is { Length: > 0 } text ? text : "–",
    };

    private static string Label(Fact fact) => string.Join(
        " · ",
        new[] { fact.Date.ToString("O", CultureInfo.InvariantCulture), fact.Subject, fact.Product, fact.Detail }
            .Where(static part => part.Length > 0));
}
