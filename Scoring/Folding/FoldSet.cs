using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Ganchao.Scoring;

/// <summary>
/// Levels 1 and 2 of a rulebook for one window: facts of a sheet to mergeable accumulators. It knows no plan, and its hash names
/// its content alone, so a rulebook that changes nothing here folds nothing again.
/// </summary>
public sealed class FoldSet
{
    private readonly ImmutableArray<FoldInput> _inputs;
    private readonly ImmutableArray<TallySlot> _tallies;
    private readonly ImmutableArray<SeriesSlot> _series;
    private readonly ImmutableArray<KeptSlot> _kept;
    private readonly int _positions;

    internal FoldSet(
        Window window,
        ImmutableArray<FoldInput> inputs,
        ImmutableArray<TallySlot> tallies,
        ImmutableArray<SeriesSlot> series,
        ImmutableArray<KeptSlot> kept)
    {
        Window = window;
        _inputs = inputs;
        _tallies = tallies;
        _series = series;
        _kept = kept;
        _positions = inputs.IsEmpty ? 0 : inputs.Max(static input => input.Position) + 1;
        Hash = HashOf(window, [.. tallies, .. series, .. kept]);
        Memory = FoldMemory.Of(window, tallies, series) + kept.Sum(static slot => slot.Memory);
        Empty = new Accumulators(
            ValueList.Of(tallies.Select(static _ => default(Tally))), ValueList.Of(series.Select(static _ => Series.Empty)),
            ValueList.Of(kept.Select(static _ => KeptRecords.Empty)));
    }

    /// <summary>SHA-256 of window and folds in one spelling, lower-case hexadecimal.</summary>
    public string Hash { get; }

    /// <summary>Whose dates the caller gives to <see cref="Fold"/>.</summary>
    public Window Window { get; }

    /// <summary>Codes of the measures whose facts it looks at.</summary>
    public IReadOnlySet<string> Measures =>
        _inputs.Where(static input => input.Derived is null).Select(static input => input.Definition.Measure).ToHashSet(
            StringComparer.Ordinal);

    /// <summary>Bytes that one entrant's accumulators may take in one stage.</summary>
    public int Memory { get; }

    /// <summary>Accumulators of no facts: merging them in changes nothing.</summary>
    public Accumulators Empty { get; }

    /// <summary>Folds the facts of one sheet for one entrant, all of them, in any order.</summary>
    /// <param name="facts">All within <see cref="Window"/>.</param>
    public Accumulators Fold(IReadOnlyList<Fact> facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var rows = facts
            .GroupBy(static fact => (fact.Date, fact.Subject, fact.Product, fact.WorkOrder, fact.Detail, fact.Record))
            .Select(row => SheetRecord.Row(_inputs, _positions, row))
            .ToList();
        var shifts = rows.GroupBy(static row => row.Date)
            .Select(shift => SheetRecord.Shift(_inputs, _positions, [.. shift]))
            .ToList();

        return new Accumulators(
            ValueList.Of(_tallies.Select(slot => Of(slot.Grouping, rows, shifts).Aggregate(default(Tally), slot.Fold))),
            ValueList.Of(_series.Select(slot => slot.Fold(Of(slot.Grouping, rows, shifts)))),
            _kept.IsEmpty ? Empty.Kept : ValueList.Of(_kept.Select(slot => slot.Fold(rows))));
    }

    /// <summary>Commutes and associates. Both must be accumulators of this fold set, of different sheets.</summary>
    public Accumulators Merge(Accumulators a, Accumulators b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        RefuseForeign(a);
        return a.With(b);
    }

    /// <exception cref="ArgumentException">The accumulators were made by another fold set.</exception>
    internal void RefuseForeign(Accumulators accumulators)
    {
        if (accumulators.Tallies.Count != _tallies.Length || accumulators.Series.Count != _series.Length
            || accumulators.Kept.Count != _kept.Length)
        {
            throw new ArgumentException("These are not accumulators of this fold set.", nameof(accumulators));
        }
    }

    private static List<SheetRecord> Of(Grouping grouping, List<SheetRecord> rows, List<SheetRecord> shifts) =>
        grouping == Grouping.Shift ? shifts : rows;

    private static string HashOf(Window window, IEnumerable<FoldSlot> slots)
    {
        var content = new StringBuilder("ganchao fold set 1\n").Append(window).Append('\n');
        foreach (var slot in slots)
        {
            content.Append(slot.Canonical).Append('\n');
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content.ToString())));
    }
}
