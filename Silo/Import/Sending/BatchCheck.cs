using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Refusals;

namespace Ganchao.Silo.Import.Sending;

/// <summary>
/// Asks the server, without writing, what would become of a plan's batches, and leads each refusal back to its line. With
/// skip-bad the refused lines are taken out everywhere and what they were in is asked about again, until nothing is
/// refused; each round has fewer lines, so this ends.
/// </summary>
internal sealed class BatchCheck(BatchSender sender, bool skipBad)
{
    private readonly PendingNames _pending = new();
    private readonly List<BadLine> _bad = [];
    private readonly HashSet<LinePlace> _unchecked = [];
    private readonly Dictionary<ImportBatch, ServerAnswer> _answers = [];

    public IReadOnlyList<BadLine> Bad => _bad;

    /// <summary>Lines that name what is only about to be added to the registers.</summary>
    public IReadOnlySet<LinePlace> Unchecked => _unchecked;

    public IEnumerable<(ImportBatch Batch, ServerAnswer Answer)> Answers => _answers.Select(a => (a.Key, a.Value));

    /// <summary>The plan; with skip-bad without the lines that were refused.</summary>
    public async Task<ImportPlan> CheckAsync(ImportPlan plan, CancellationToken cancellationToken)
    {
        while (true)
        {
            var open = plan.Batches.Where(b => !_answers.ContainsKey(b)).ToList();
            var refused = await AskAsync([.. open.Where(b => b.Target.Step != ImportStep.Sheets)], cancellationToken);
            refused.UnionWith(await AskAsync([.. open.Where(b => b.Target.Step == ImportStep.Sheets)], cancellationToken));
            if (refused.Count == 0 || !skipBad)
            {
                return plan;
            }

            plan = plan.Without(refused);
            foreach (var gone in _answers.Keys.Except(plan.Batches).ToList())
            {
                _answers.Remove(gone);
            }
        }
    }

    private async Task<HashSet<LinePlace>> AskAsync(
        IReadOnlyList<ImportBatch> batches, CancellationToken cancellationToken)
    {
        var refused = new HashSet<LinePlace>();
        foreach (var (batch, answer) in await sender.SendAsync(batches, dryRun: true, cancellationToken))
        {
            _answers[batch] = answer;
            if (batch.Target.Step != ImportStep.Sheets && answer.Outcome != EntryOutcome.AlreadyRecorded)
            {
                _pending.Add(batch);
            }

            refused.UnionWith(answer.Refusals.SelectMany(r => Judge(batch, r)));
        }

        return refused;
    }

    private List<LinePlace> Judge(ImportBatch batch, Refusal refusal)
    {
        var line = RefusedLines.Find(batch, refusal.Field);
        var lines = line is null ? batch.Lines : [line];
        if (lines.Any(l => _pending.AreNamedBy(batch.Target, l)))
        {
            _unchecked.UnionWith(lines.Select(l => l.Place));
            return [];
        }

        _bad.Add(RefusedLines.Tell(lines[0], refusal));
        return [.. lines.Select(l => l.Place)];
    }
}
