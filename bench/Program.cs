using Ganchao.Bench.Ledger;
using Ganchao.Bench.Live;
using Ganchao.Bench.Scoring;

try
{
    return args switch
    {
        ["ledger", .. var rest] => await LedgerBench.RunAsync(rest),
        ["ledger-writer", .. var rest] => await LedgerWriterProcess.RunAsync(rest),
        ["boards", .. var rest] => await BoardBench.RunAsync(rest),
        ["scoring", .. var rest] => ScoringBench.Run(rest),
        [BareHub.Verb, .. var rest] => await BareHub.RunAsync(rest),
        _ => Help(),
    };
}
#pragma warning disable CA1031 // The edge of the process. Caught, so that what was started is stopped.
catch (Exception failed)
#pragma warning restore CA1031
{
    Console.Error.WriteLine(failed);
    return 1;
}

static int Help()
{
    Console.Error.WriteLine(
        """
        ledger [--seconds n] [--rounds n] [--only postgres|sqlite|processes] [--postgres "Host=…;Username=…"]
            the ledger against single-row inserts, as a table of ratios
        boards [--viewers n] [--walls n] [--entries n] [--days n] [--seconds n] [--rounds n]
            acknowledged entry to frame at so many live viewers and walls, beside a bare hub
        scoring [--entrants n] [--rounds n]
            a standing from scratch and after changes, beside one statement of SQLite
        """);
    return 1;
}
