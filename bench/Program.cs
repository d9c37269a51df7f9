using Ganchao.Bench.Ledger;

try
{
    return args switch
    {
        ["ledger", .. var rest] => await LedgerBench.RunAsync(rest),
        ["ledger-writer", .. var rest] => await LedgerWriterProcess.RunAsync(rest),
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
        """);
    return 1;
}
