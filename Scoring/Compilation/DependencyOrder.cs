namespace Ganchao.Scoring;

/// <summary>
/// An order in which everything follows what it depends on, otherwise as written; without recursion, so a
/// long chain is harmless.
/// </summary>
internal sealed class DependencyOrder
{
    public DependencyOrder(int count, Func<int, IEnumerable<int>> sourcesOf)
    {
        var waitingFor = new int[count];
        var users = Enumerable.Range(0, count).Select(static _ => new List<int>()).ToArray();
        for (var item = 0; item < count; item++)
        {
            foreach (var source in sourcesOf(item).Distinct())
            {
                waitingFor[item]++;
                users[source].Add(item);
            }
        }

        var ready = new PriorityQueue<int,
            int>(Enumerable.Range(0, count).Where(item => waitingFor[item] == 0).Select(static item => (item, item)));
        var ordered = new List<int>(count);
        while (ready.TryDequeue(out var item, out _))
        {
            ordered.Add(item);
            foreach (var user in users[item].Where(user => --waitingFor[user] == 0))
            {
                ready.Enqueue(user, user);
            }
        }

        Ordered = ordered;
        InCycles = [.. Enumerable.Range(0, count).Where(item => waitingFor[item] > 0)];
    }

    public IReadOnlyList<int> Ordered { get; }

    /// <summary>What is in a cycle or behind one.</summary>
    public IReadOnlyList<int> InCycles { get; }
}
