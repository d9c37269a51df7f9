namespace Ganchao.Silo.Import.Sending;

/// <summary>Sends batches: register lines one list after the other, sheets a few side by side.</summary>
internal sealed class BatchSender(ImportServer server, ImportProgress progress)
{
    private const int SheetsAtOnce = 4;
    private const int LinesAtOnce = 1000;

    /// <summary>
    /// In sending order; what is longer than the server takes at once in pieces, so a shift's sheet stays
    /// whole.
    /// </summary>
    public static IReadOnlyList<ImportBatch> InOrder(IEnumerable<ImportBatch> batches) =>
        [.. batches.OrderBy(b => b.Target.Step).SelectMany(Pieces)];

    /// <summary>The answers in the order of the batches, whatever order they came in.</summary>
    public async Task<IReadOnlyList<(ImportBatch Batch, ServerAnswer Answer)>> SendAsync(
        IReadOnlyList<ImportBatch> batches, bool dryRun, CancellationToken cancellationToken)
    {
        var answers = new ServerAnswer[batches.Count];
        var atOnce = batches.All(b => b.Target.Step == ImportStep.Sheets) ? SheetsAtOnce : 1;
        progress.Start(batches.Count, dryRun);
        var options = new ParallelOptions { MaxDegreeOfParallelism = atOnce, CancellationToken = cancellationToken };
        await Parallel.ForAsync(0, batches.Count, options, async (i, token) =>
        {
            answers[i] = await server.SendAsync(batches[i], dryRun, token);
            progress.Step();
        });
        return [.. batches.Zip(answers)];
    }

    /// <summary>The batches with corrections in place of changed figures; without those that have nothing left to send.</summary>
    public async Task<IReadOnlyList<ImportBatch>> CorrectAsync(
        IReadOnlyList<ImportBatch> batches, string reason, CancellationToken cancellationToken)
    {
        var corrected = batches.ToArray();
        var options = new ParallelOptions { MaxDegreeOfParallelism = SheetsAtOnce, CancellationToken = cancellationToken };
        await Parallel.ForAsync(0, batches.Count, options, async (i, token) =>
        {
            if (batches[i].Target.Step == ImportStep.Sheets)
            {
                corrected[i] = SheetCorrections.Plan(batches[i], await server.ReadAsync(batches[i].Target, token), reason);
            }
        });
        return [.. corrected.Where(b => b.Lines.Count > 0)];
    }

    private static IEnumerable<ImportBatch> Pieces(ImportBatch batch) =>
        batch.Lines.Chunk(LinesAtOnce).Select(lines => batch with { Lines = lines });
}
