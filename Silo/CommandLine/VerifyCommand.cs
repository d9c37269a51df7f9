using System.Data.Common;
using System.Globalization;
using Ganchao.Contracts.Boards;
using Ganchao.Grains;
using Ganchao.Grains.Boards;
using Ganchao.Grains.Ledger;
using Ganchao.Silo.Evidence;
using Ganchao.Silo.Ledger;
using Ganchao.Silo.Ledger.Verify;

namespace Ganchao.Silo.CommandLine;

/// <summary>
/// <c>ganchao verify</c>: whether the database still says what was written: chains, positions, facts, private contents,
/// photos and files, saved standings against the ledger; and the digest to print. It may run beside the running system.
/// </summary>
internal static class VerifyCommand
{
    public const int Fine = 0;
    public const int Wrong = 1;
    public const int NoLedger = 2;

    private const string Usage =
        """
        ganchao verify [--from POSITION] [--Ganchao:Data=FOLDER | --ConnectionStrings:Ganchao=…]
          --from   prints each plant's digest from after this position (default 0) to its last one

        Without a printed digest to compare with, the last events of a plant can have been removed unseen.
        """;

    /// <returns>0: nothing is wrong, 1: each finding is printed, 2: there is no ledger.</returns>
    public static async Task<int> RunAsync(
        string[] args, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        if (args.Contains("--help"))
        {
            output.WriteLine(Usage);
            return Fine;
        }

        // It reads only: nothing of the host is started, so nothing is migrated or made.
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { Args = args });
        builder.Configuration.AddEnvironmentVariables();
        builder.AddLedger();
        builder.Services.AddGrainDependencies();
        using var host = builder.Build();
        if (host.Services.GetService<DataFolder>() is { } folder && !File.Exists(folder.LedgerFile))
        {
            error.WriteLine($"There is no ledger in {folder.Path}: name the data folder with --Ganchao:Data=FOLDER.");
            return NoLedger;
        }

        if (!TryReadFrom(builder.Configuration["from"], out var from))
        {
            error.WriteLine(Usage);
            return NoLedger;
        }

        try
        {
            return await VerifyAsync(host.Services, from, output, error, cancellationToken);
        }
        catch (DbException unreadable)
        {
            error.WriteLine($"There is no ledger of this release there, or it cannot be read: {unreadable.Message}");
            return NoLedger;
        }
    }

    private static bool TryReadFrom(string? text, out long from)
    {
        from = 0;
        return text is null || long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out from);
    }

    private static async Task<int> VerifyAsync(
        IServiceProvider services, long from, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        var findings = await FindAsync(services, error, cancellationToken);
        if (findings == 0)
        {
            findings = await RecountAsync(services, error, cancellationToken);
            await PrintDigestsAsync(services, from, output, cancellationToken);
        }

        output.WriteLine(findings == 0 ? "Nothing is wrong." : $"{findings} findings.");
        return findings == 0 ? Fine : Wrong;
    }

    private static async Task<int> FindAsync(
        IServiceProvider services, TextWriter error, CancellationToken cancellationToken)
    {
        var findings = 0;
        await using var snapshot = await services.GetRequiredService<ILedgerStore>().OpenSnapshotAsync(cancellationToken);
        await foreach (var finding in Verifier(services).FindAsync(snapshot, cancellationToken))
        {
            error.WriteLine(finding);
            findings++;
        }

        return findings;
    }

    private static async Task<int> RecountAsync(
        IServiceProvider services, TextWriter error, CancellationToken cancellationToken)
    {
        var findings = 0;
        var standings = services.GetRequiredService<IStandings>();
        foreach (var plant in await services.GetRequiredService<ILedger>().ReadPlantsAsync(cancellationToken))
        {
            foreach (var board in await standings.ReadBoardsAsync(plant, cancellationToken))
            {
                findings += await RecountAsync(services, board, error, cancellationToken);
            }
        }

        return findings;
    }

    private static async Task<int> RecountAsync(
        IServiceProvider services, BoardId board, TextWriter error, CancellationToken cancellationToken)
    {
        var frame = await services.GetRequiredService<IStandings>().ReadAsync(board, cancellationToken);
        if (frame is null)
        {
            return 0;
        }

        var recount = await services.GetRequiredService<Recount>().CompareWithLedgerAsync(frame, cancellationToken);
        foreach (var difference in recount.Differences)
        {
            error.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"Standing: {board} position {frame.Position}, entrant {difference.Entrant}: saved total " +
                $"{difference.Shown?.Total}" +
                $" place {difference.Shown?.Place}, recounted {difference.Recounted?.Total} place " +
                $"{difference.Recounted?.Place}"));
        }

        return recount.Differences.Count;
    }

    private static async Task PrintDigestsAsync(
        IServiceProvider services, long from, TextWriter output, CancellationToken cancellationToken)
    {
        await using var snapshot = await services.GetRequiredService<ILedgerStore>().OpenSnapshotAsync(cancellationToken);
        foreach (var (plant, last) in (await snapshot.ReadCountersAsync(cancellationToken)).Select(c => (c.Plant, c.Last)))
        {
            var digest = await Verifier(services).DigestAsync(snapshot, plant, from, last, cancellationToken);
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{plant}: positions {from + 1} to {last}, digest {Convert.ToHexStringLower(digest)}"));
        }
    }

    private static LedgerVerifier Verifier(IServiceProvider services) => new(
        services.GetRequiredService<IFactProjection>(),
        services.GetRequiredService<IPrivateProjection>(),
        evidence: services.GetService<DataFolder>() is { } folder && !File.Exists(folder.HostFile)
            ? new NoEvidence()
            : new EvidenceTable(services.GetRequiredService<HostDatabase>()));

    /// <summary>A ledger without the database beside it: it is not made for being looked at.</summary>
    private sealed class NoEvidence : IEvidenceBytes
    {
        public Task<EvidenceBytes?> LookAsync(string plant, string sha256, CancellationToken cancellationToken) =>
            Task.FromResult<EvidenceBytes?>(null);
    }
}
