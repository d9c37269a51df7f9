namespace Ganchao.Silo.CommandLine;

/// <summary>The commands of the executable; without one it starts the system.</summary>
internal static class Verbs
{
    /// <summary>The command that the first word names, or null where it names none.</summary>
    public static Func<string[], CancellationToken, Task<int>>? Find(string[] args) => args.FirstOrDefault() switch
    {
        "import" => (rest, cancellationToken) => ImportCommand.RunAsync(
            rest, Console.Out, Console.Error, null, TimeProvider.System, cancellationToken),
        "score" => (rest, _) => Task.FromResult(Score(rest)),
        "help" or "--help" or "-h" => (_, _) => Task.FromResult(Help()),
        "verify" => (rest, cancellationToken) => VerifyCommand.RunAsync(rest, Console.Out, Console.Error, cancellationToken),
        _ => null,
    };

    /// <summary>Runs a command until it ends or Ctrl-C asks it to.</summary>
    public static async Task<int> RunAsync(Func<string[], CancellationToken, Task<int>> verb, string[] rest)
    {
        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, pressed) =>
        {
            pressed.Cancel = true;
            stop.Cancel();
        };
        return await verb(rest, stop.Token);
    }

    private static int Help()
    {
        Console.Out.WriteLine(
            """
            ganchao                starts the system; --urls http://0.0.0.0:8080 says where, --demo with the demo plant
            ganchao import …       sends a plant's files to a running system; see docs/import.md
            ganchao score …        scores files by a rulebook, without a system; see docs/score.md
            ganchao verify …       checks the ledger's chains; see docs/operations.md
            Each of them says more with --help.
            """);
        return 0;
    }

    private static int Score(string[] rest)
    {
        using var output = Console.OpenStandardOutput();
        return ScoreCommand.Run(rest, output, Console.Error);
    }
}
