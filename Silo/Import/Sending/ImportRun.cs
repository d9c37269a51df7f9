using Ganchao.Contracts.Entries;

namespace Ganchao.Silo.Import.Sending;

/// <summary>What a run may do.</summary>
/// <param name="Commit">Really send; otherwise the server only says what would become of it.</param>
/// <param name="SkipBad">Send the good lines where others are bad.</param>
/// <param name="Correct">Why changed figures are corrected; null: the server refuses them and they are reported.</param>
internal sealed record ImportChoices(bool Commit = false, bool SkipBad = false, string? Correct = null);

/// <summary>
/// One run: everything is checked by the server first, and nothing is sent while a line is bad. Registers go before the
/// figures that need them.
/// </summary>
internal sealed class ImportRun(BatchSender sender, ImportChoices choices)
{
    private readonly List<BadLine> _bad = [];
    private int _heldAlready;

    private bool Stops => _bad.Count > 0 && !choices.SkipBad;

    /// <exception cref="ServerUnreachableException">The server is away; the same run may be started again.</exception>
    /// <exception cref="KeyRefusedException">The server does not know the key.</exception>
    public async Task<ImportResult> RunAsync(ImportPlan plan, CancellationToken cancellationToken)
    {
        _bad.AddRange(plan.Bad);
        var check = new BatchCheck(sender, choices.SkipBad);
        plan = await check.CheckAsync(await OrderAsync(plan, cancellationToken), cancellationToken);
        _bad.AddRange(check.Bad);
        if (!choices.Commit || Stops)
        {
            return Result(plan, [.. check.Answers], sent: false, check.Unchecked.Count);
        }

        var answers = await SendAsync(plan, registers: true, cancellationToken);
        if (check.Unchecked.Count > 0 && !Stops)
        {
            // The registers are there now, so the server can tell of every figure before the first is sent.
            var again = new BatchCheck(sender, choices.SkipBad);
            plan = await again.CheckAsync(OnlySheets(plan), cancellationToken);
            _bad.AddRange(again.Bad);
        }

        if (Stops)
        {
            return Result(plan, answers, sent: false, notChecked: 0);
        }

        answers.AddRange(await SendAsync(plan, registers: false, cancellationToken));
        return Result(plan, answers, sent: true, notChecked: 0);
    }

    private async Task<ImportPlan> OrderAsync(ImportPlan plan, CancellationToken cancellationToken)
    {
        var good = plan.Without(plan.Bad.Select(b => b.Place).ToHashSet());
        var batches = BatchSender.InOrder(good.Batches);
        if (choices.Correct is { } reason)
        {
            var corrected = await sender.CorrectAsync(batches, reason, cancellationToken);
            _heldAlready = batches.Sum(b => b.Lines.Count) - corrected.Sum(b => b.Lines.Count);
            batches = corrected;
        }

        return good with { Batches = batches };
    }

    private async Task<List<(ImportBatch Batch, ServerAnswer Answer)>> SendAsync(
        ImportPlan plan, bool registers, CancellationToken cancellationToken)
    {
        var batches = plan.Batches.Where(b => b.Target.Step != ImportStep.Sheets == registers).ToList();
        var answers = await sender.SendAsync(batches, dryRun: false, cancellationToken);
        foreach (var (batch, answer) in answers)
        {
            // Somebody was faster since the check: the list was refused whole, the others are not held up by it.
            _bad.AddRange(answer.Refusals.Select(
                r => RefusedLines.Tell(RefusedLines.Find(batch, r.Field) ?? batch.Lines[0], r)));
        }

        return [.. answers];
    }

    private static ImportPlan OnlySheets(ImportPlan plan) =>
        plan with { Batches = [.. plan.Batches.Where(b => b.Target.Step == ImportStep.Sheets)] };

    private ImportResult Result(
        ImportPlan plan, IReadOnlyList<(ImportBatch Batch, ServerAnswer Answer)> answers, bool sent, int notChecked)
    {
        int Count(EntryOutcome outcome) => answers.Where(a => a.Answer.Outcome == outcome).Sum(a => a.Batch.Lines.Count);
        var recorded = answers.Where(a => a.Answer.Outcome == EntryOutcome.Recorded).Select(a => a.Batch).ToList();
        return new ImportResult
        {
            Rows = plan.Rows,
            Sent = sent,
            Recorded = Count(EntryOutcome.Recorded),
            AlreadyRecorded = Count(EntryOutcome.AlreadyRecorded) + _heldAlready,
            Corrections = recorded.SelectMany(b => b.Lines).Count(l => l.Content is EntryForm { Supersedes: not null }),
            Sheets = recorded.Count(b => b.Target.Step == ImportStep.Sheets),
            Unchecked = notChecked,
            Bad = [.. _bad.Distinct()],
            Warned = [.. answers.SelectMany(a => a.Answer.Warnings.Select(w => RefusedLines.Tell(a.Batch, w)))],
        };
    }
}
