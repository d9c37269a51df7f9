using System.Collections.Immutable;

namespace Ganchao.Scoring;

/// <summary>A figure by occasion, compiled: its columns hold one result in each row.</summary>
/// <param name="Position">In the rulebook.</param>
/// <param name="Columns">The terms of its cohort functions, then the figure itself.</param>
internal sealed record Figure(
    int Position, FigureDefinition Definition, ImmutableArray<Column> Columns, FoldSetPlan Plan, KeptSlot Slot)
{
    /// <summary>Columns of one wave look at no cohort of each other.</summary>
    public ImmutableArray<Wave> Waves { get; } = Wave.Of(Columns);

    /// <summary>Columns that others look at in other entrants.</summary>
    public ImmutableHashSet<int> Shared { get; } =
        [.. Columns.SelectMany(static column => column.Cohorts.Concat(column.Elsewhere))];

    public FigureGrouping Grouping { get; } = new(Definition.Per, Slot.ColumnOf(Definition.Tag));

    public Column Value => Columns[^1];
}
