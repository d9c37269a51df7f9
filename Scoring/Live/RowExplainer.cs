namespace Ganchao.Scoring;

/// <summary>Opens a line of a standing into a tree: total, sections, indicators with points and value, eligibility.</summary>
internal sealed class RowExplainer(CompiledRulebook rulebook)
{
    private readonly RowLayout _layout = rulebook.Layout;

    public Explanation Explain(Row row, StandingRow written)
    {
        var place = written.Place is { } number ? NumberText.Of(number) : "–";
        var eligibility = _layout.Eligibility.Select(rule => Step(ExplanationKind.Eligibility, rule.Id, rule.Column, row, []));
        return new Explanation(
            ExplanationKind.Row,
            written.Entrant,
            "",
            "",
            written.Total,
            new Note($"第 {place} 名", $"place {place}"),
            ValueList.Of([Total(row), .. Gates(row), .. eligibility, .. Grade(row), .. Awards(row, written)]));
    }

    private Explanation Total(Row row)
    {
        var sections = _layout.Sections.Select(section => Section(row, section.Id, section.Column));
        return Step(ExplanationKind.Total, "total", _layout.Total, row, [.. sections, .. Indicators(row, "")]);
    }

    private Explanation Section(Row row, string id, int column) =>
        Step(ExplanationKind.Section, id, column, row, Indicators(row, id));

    private IEnumerable<Explanation> Indicators(Row row, string section) => _layout.Indicators
        .Where(indicator => indicator.Indicator.Section == section)
        .Select(indicator => Indicator(row, indicator));

    /// <summary>Points after gates; below them the computed points, and below those the value.</summary>
    private Explanation Indicator(Row row, IndicatorColumns columns)
    {
        var id = columns.Indicator.Id;
        var value = Step(ExplanationKind.Value, id, columns.Value, row, []);
        var computed = Step(ExplanationKind.Points, id, columns.Computed, row, [value]);
        return Step(ExplanationKind.Points, id, columns.Points, row, [computed]);
    }

    private IEnumerable<Explanation> Gates(Row row) => _layout.Gates
        .Where(gate => row.Column(gate.Column) is not { IsNumber: true, Number: 0m })
        .Select(gate => Step(ExplanationKind.Gate, gate.Gate.Id, gate.Column, row, []));

    private IEnumerable<Explanation> Grade(Row row)
    {
        if (_layout.Grade is not { } column)
        {
            return [];
        }

        var how = rulebook.Columns[column].Root.Explain(row);
        var opened = how.Parts.Select(asked => asked.Formula.Length == 0 ? asked
            : Step(ExplanationKind.Grade, asked.Subject, Condition(asked.Subject), row, []) with { Note = asked.Note });
        return [how with { Parts = ValueList.Of(opened) }];
    }

    private IEnumerable<Explanation> Awards(Row row, StandingRow written) =>
        _layout.Awards.OrderBy(static columns => columns.Position).Select(columns => Award(columns, row, written));

    private Explanation Award(AwardColumns columns, Row row, StandingRow written)
    {
        var award = columns.Award;
        var got = written.Awards.FirstOrDefault(finding => finding.Id == award.Id);
        var names = new Note(award.Names.Zh, award.Names.En);
        int?[] asked =
        [
            columns.When, columns.Quota, columns.Pool, .. columns.Tables, columns.Figure,
            .. columns.Keys.Select(static key => (int?)key),
        ];
        var steps = asked.OfType<int>().Select(column =>
            Step(ExplanationKind.Award, award.Id, column, row, []) with { Note = names });
        var late = columns.Late is { } condition ? [condition.Explain(row)] : Array.Empty<Explanation>();
        return new Explanation(
            ExplanationKind.Award,
            award.Id,
            (award.Weight ?? award.Money)?.Text ?? "",
            "",
            AwardNote.ResultOf(got),
            AwardNote.Of(award, got),
            ValueList.Of([.. late, .. steps]));
    }

    private int Condition(string grade) =>
        rulebook.Columns.First(column => column.Name == ColumnNames.Graded(grade)).Position;

    private Explanation Step(ExplanationKind kind, string subject, int column, Row row, IEnumerable<Explanation> below)
    {
        var how = rulebook.Columns[column].Root.Explain(row);
        return new Explanation(kind, subject, how.Formula, how.Numbers, how.Result, how.Note, ValueList.Of([how, .. below]));
    }
}
