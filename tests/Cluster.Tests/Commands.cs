using Ganchao.Silo.CommandLine;

namespace Ganchao.Cluster.Tests;

/// <summary>What a command answered and printed.</summary>
internal sealed record CommandResult(int Code, string Output, string Error)
{
    public override string ToString() => $"code {Code}\n{Output}\n{Error}";
}

/// <summary>The executable's own commands, run in this process against a running silo or a database.</summary>
internal static class Commands
{
    /// <summary><c>ganchao import</c> in English.</summary>
    public static async Task<CommandResult> ImportAsync(
        Uri server,
        IEnumerable<string> words,
        HttpMessageHandler? handler,
        CancellationToken cancellationToken,
        TimeProvider? time = null)
    {
        using var output = new StringWriter();
        using var error = TextWriter.Synchronized(new StringWriter());
        string[] call = [.. words, "--url", server.OriginalString, "--lang", "en"];
        var code = await ImportCommand.RunAsync(
            call, output, error, handler, time ?? TimeProvider.System, cancellationToken);
        return new CommandResult(code, output.ToString(), error.ToString()!);
    }

    public static Task<CommandResult> ImportAsync(RunningSilo silo, params IEnumerable<string> words) =>
        ImportAsync(silo.Address, words, null, TestContext.Current.CancellationToken);

    /// <summary><c>ganchao verify</c>.</summary>
    public static async Task<CommandResult> VerifyAsync(SiloDatabase database)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await VerifyCommand.RunAsync(
            database.Settings, output, error, TestContext.Current.CancellationToken);
        return new CommandResult(code, output.ToString(), error.ToString());
    }

    public static async Task AssertNothingIsWrongAsync(SiloDatabase database)
    {
        var verified = await VerifyAsync(database);

        Assert.True(verified.Code == VerifyCommand.Fine, verified.ToString());
    }
}
