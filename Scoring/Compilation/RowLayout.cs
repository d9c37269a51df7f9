using System.Collections.Immutable;

namespace Ganchao.Scoring;

/// <summary>Where the figures of a standing row stand among the columns of a rulebook.</summary>
internal sealed class RowLayout
{
    private readonly ImmutableArray<int> _rating;

    public RowLayout(RulebookDefinition book, ColumnTable table)
    {
        var positions =
            table.Columns.ToDictionary(static column => column.Name, static column => column.Position, StringComparer.Ordinal);
        Indicators = [.. book.Indicators.Select(indicator => new IndicatorColumns(
            indicator,
            positions[ColumnNames.Value(indicator.Id)],
            positions[ColumnNames.Computed(indicator.Id)],
            positions[ColumnNames.Points(indicator.Id)],
            indicator.Applies is null ? null : positions[ColumnNames.Applies(indicator.Id)]))];
        Sections = [.. book.Sections.Select(section => (section.Id, positions[ColumnNames.Section(section.Id)]))];
        Total = positions[ColumnNames.Total];
        Gates = [.. book.Gates.Select(gate => (gate, positions[ColumnNames.Gate(gate.Id)]))];
        _rating = [.. Gates
            .Where(static gate => gate.Gate.Effects.Any(
                static effect => effect is { Scope: GateScope.Rating, Action: GateAction.Exclude }))
            .Select(static gate => gate.Column)];
        Eligibility = [.. book.Eligibility.Select(rule => (rule.Id, positions[ColumnNames.Eligibility(rule.Id)]))];
        Grades = book.Grades;
        Grade = book.Grades.IsEmpty ? null : positions[ColumnNames.Grade];
        Awards = [.. AwardOrder.Of(book).Select(position => Award(book.Awards[position], position, positions, table))];
        Carries = [.. book.Carries.Select(carry => (carry.Id, positions[ColumnNames.Carry(carry.Id)]))];
        Keys = [.. book.Ranking.By.Select((_, i) => positions[ColumnNames.Key(i)])];
    }

    public ImmutableArray<IndicatorColumns> Indicators { get; }

    public ImmutableArray<(string Id, int Column)> Sections { get; }

    public int Total { get; }

    public ImmutableArray<(GateDefinition Gate, int Column)> Gates { get; }

    public ImmutableArray<(string Id, int Column)> Eligibility { get; }

    public ImmutableArray<GradeDefinition> Grades { get; }

    /// <summary>Null when the rulebook has no grades.</summary>
    public int? Grade { get; }

    /// <summary>In the order of giving.</summary>
    public ImmutableArray<AwardColumns> Awards { get; }

    public ImmutableArray<(string Id, int Column)> Carries { get; }

    public ImmutableArray<int> Keys { get; }

    private static AwardColumns Award(
        AwardDefinition award, int position, Dictionary<string, int> positions, ColumnTable table)
    {
        int? Find(string name) => positions.TryGetValue(name, out var column) ? column : null;

        return new AwardColumns(
            award,
            position,
            Find(ColumnNames.AwardWhen(award.Id)),
            table.Late.GetValueOrDefault(award.Id),
            Find(ColumnNames.AwardFigure(award.Id)),
            Find(ColumnNames.AwardQuota(award.Id)),
            Find(ColumnNames.AwardPool(award.Id)),
            [.. award.Tables.Select((_, i) => Find(ColumnNames.AwardTable(award.Id, i)))],
            [.. award.By.Select((_, i) => positions[ColumnNames.AwardKey(award.Id, i)])]);
    }

    /// <summary>Whether a gate took the entrant out of the rating.</summary>
    public bool IsOutOfRating(RowVector row)
    {
        foreach (var column in _rating)
        {
            if (row[column] is { IsNumber: true, Number: not 0m })
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>The columns of an award.</summary>
/// <param name="Position">In the rulebook.</param>
/// <param name="When">Null: it has no condition, or a late one.</param>
/// <param name="Late">A condition that asks for other awards; null: none.</param>
/// <param name="Figure">Weight or money; null when it has neither.</param>
/// <param name="Quota">A column of the field, the same in every row; null with a share, or another kind.</param>
/// <param name="Pool">A column of the field; null where no pool is stated.</param>
/// <param name="Tables">By table of places: the column of its condition; null: always.</param>
internal sealed record AwardColumns(
    AwardDefinition Award,
    int Position,
    int? When,
    Node<Row>? Late,
    int? Figure,
    int? Quota,
    int? Pool,
    ImmutableArray<int?> Tables,
    ImmutableArray<int> Keys);

/// <summary>The columns of an indicator.</summary>
/// <param name="Applies">Null: it counts for everybody.</param>
internal sealed record IndicatorColumns(IndicatorDefinition Indicator, int Value, int Computed, int Points, int? Applies);
