using System.Collections.Immutable;

namespace Ganchao.Scoring;

/// <summary>Collects the folds of one window while a rulebook is compiled. Equal folds share a slot.</summary>
internal sealed class FoldSetPlan(Window window, int position)
{
    private readonly Dictionary<string, TallySlot> _tallies = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SeriesSlot> _series = new(StringComparer.Ordinal);
    private readonly Dictionary<string, KeptSlot> _kept = new(StringComparer.Ordinal);
    private readonly SortedSet<int> _inputs = [];

    /// <summary>Among the fold sets of the rulebook.</summary>
    public int Position => position;

    public Window Window => window;

    /// <summary>Of the completed fold set; empty before.</summary>
    public string Hash { get; private set; } = "";

    public TallySlot Tally(string canonical, Grouping grouping, Node<Group> figure, ImmutableArray<int> inputs)
    {
        _inputs.UnionWith(inputs);
        var key = $"tally {grouping} {canonical}";
        return _tallies.TryGetValue(key, out var slot) ? slot : _tallies[key] = new TallySlot(key, grouping, figure, inputs);
    }

    public SeriesSlot Series(
        string canonical, SeriesKey by, Grouping grouping, ImmutableArray<Node<Group>> figures, ImmutableArray<int> inputs)
    {
        _inputs.UnionWith(inputs);
        var key = $"series {by} {grouping} {canonical}";
        return _series.TryGetValue(key, out var slot) ? slot : _series[key] = new SeriesSlot(key, by, grouping, figures, inputs);
    }

    public KeptSlot Kept(
        string canonical, ImmutableArray<int> inputs, ImmutableArray<string> tags, ImmutableArray<string> attributes)
    {
        _inputs.UnionWith(inputs);
        var key = $"records {canonical} | {string.Join(' ', tags)} | {string.Join(' ', attributes)}";
        return _kept.TryGetValue(key, out var slot) ? slot : _kept[key] = new KeptSlot(key, inputs, tags, attributes);
    }

    /// <param name="inputs">All inputs of the rulebook, derived ones behind their sources.</param>
    public FoldSet Complete(ImmutableArray<FoldInput> inputs, Findings findings)
    {
        var tallies = Indexed(_tallies.Values);
        var series = Indexed(_series.Values);
        if (FoldMemory.CountedAgainstLimit(window, tallies, series) is var needed && needed > FoldMemory.Limit)
        {
            findings.Error(
                "memory",
                inputs.FirstOrDefault(input => _inputs.Contains(input.Position))?.Definition.Place ?? new TextPlace(1, 1),
                $"时段 {window} 的汇总每名参赛者需 {needed} 字节,超过 {FoldMemory.Limit}:请减少不同的汇总(每项 {Scoring.Tally.Bytes} 字节),或把按日、按产品的汇总限于一个季度。",
                $"The folds of window {window} need {needed} bytes per entrant, more than {FoldMemory.Limit}; use fewer different " +
                $"folds ({Scoring.Tally.Bytes} bytes each), or keep folds by day or product within a quarter.");
        }

        if (_kept.Count > FoldMemory.KeptSets)
        {
            findings.Error(
                "memory",
                default,
                $"时段 {window} 的 figures 用到超过 {FoldMemory.KeptSets} 组不同的数据:请让它们共用数据,或写成一个数值。",
                $"The figures of window {window} use more than {FoldMemory.KeptSets} different sets of inputs; " +
                $"let them share inputs, or make one figure of several.");
        }

        var set = new FoldSet(window, Needed(inputs), tallies, series, Indexed(_kept.Values));
        Hash = set.Hash;
        return set;
    }

    private ImmutableArray<FoldInput> Needed(ImmutableArray<FoldInput> inputs)
    {
        foreach (var input in inputs.Reverse())
        {
            if (_inputs.Contains(input.Position))
            {
                _inputs.UnionWith(input.Sources);
            }
        }

        return [.. inputs.Where(input => _inputs.Contains(input.Position))];
    }

    private static ImmutableArray<TSlot> Indexed<TSlot>(IEnumerable<TSlot> slots)
        where TSlot : FoldSlot
    {
        ImmutableArray<TSlot> ordered = [.. slots.OrderBy(static slot => slot.Canonical, StringComparer.Ordinal)];
        for (var i = 0; i < ordered.Length; i++)
        {
            ordered[i].Index = i;
        }

        return ordered;
    }
}
