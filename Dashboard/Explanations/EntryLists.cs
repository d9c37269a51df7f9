using Ganchao.Scoring;

namespace Ganchao.Dashboard.Explanations;

/// <summary>
/// Which step shows which list of entries: the first one that has it; every later step with the same list says so and leads
/// there.
/// </summary>
public sealed class EntryLists
{
    /// <summary>A longer list is folded by day.</summary>
    public const int FoldedOver = 50;

    private readonly Dictionary<ValueList<Guid>, (string Anchor, Explanation Step)> _lists = [];

    public EntryLists(Explanation root) => Collect(root);

    /// <summary>The id of the place where the step's entries are listed, and the step that is there.</summary>
    public (string Anchor, Explanation Step) Of(Explanation step) => _lists[step.Entries];

    private void Collect(Explanation step)
    {
        if (step.Entries.Count > 0)
        {
            _lists.TryAdd(step.Entries, ($"entries-{_lists.Count + 1}", step));
        }

        foreach (var part in step.Parts)
        {
            Collect(part);
        }
    }
}
