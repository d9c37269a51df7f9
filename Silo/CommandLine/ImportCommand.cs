using System.Net.Http.Headers;
using System.Reflection;
using Ganchao.Silo.Import;
using Ganchao.Silo.Import.Files;
using Ganchao.Silo.Import.Mappings;
using Ganchao.Silo.Import.Sending;
using Ganchao.Silo.Import.Setup;

namespace Ganchao.Silo.CommandLine;

/// <summary>
/// <c>ganchao import</c>: reads factory files and sends them through the API, the same way as everybody else's entries.
/// </summary>
internal static class ImportCommand
{
    public const int Fine = 0;
    public const int BadLines = 1;
    public const int WrongCall = 2;
    public const int Unreachable = 3;
    public const int Interrupted = 130;

    /// <param name="args">The words behind <c>import</c>.</param>
    /// <param name="output">The report.</param>
    /// <param name="error">Progress, and why nothing could be done.</param>
    /// <param name="handler">Another way to the server than the network; null: the network.</param>
    /// <param name="time">Of the pauses between tries.</param>
    /// <param name="cancellationToken">Ends the run; what was sent by then stays, and the same call goes on from there.</param>
    /// <returns>0: all well, 1: bad lines, 2: the call or a mapping is wrong, 3: the server cannot be
    /// reached, 130: interrupted.</returns>
    public static async Task<int> RunAsync(
        IReadOnlyList<string> args,
        TextWriter output,
        TextWriter error,
        HttpMessageHandler? handler,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        if (args.Contains("--help"))
        {
            output.WriteLine(ImportArguments.Usage);
            return Fine;
        }

        var language = ImportArguments.DefaultLanguage(Environment.GetEnvironmentVariable);
        try
        {
            var call = ImportArguments.Parse(args, Environment.GetEnvironmentVariable);
            language = call.Language;
            using var http = Client(call, handler);
            var sender = new BatchSender(new ImportServer(http, time), new ImportProgress(error, language));
            var result = await new ImportRun(sender, call.Choices).RunAsync(Read(call), cancellationToken);
            new ImportReport(output, language).Write(result, call.Choices);
            return result.Bad.Count > 0 ? BadLines : Fine;
        }
        catch (MappingException wrong)
        {
            error.WriteLine(wrong.Said.In(language));
            return WrongCall;
        }
        catch (KeyRefusedException refused)
        {
            error.WriteLine(new Said(
                $"服务器不认这个密钥,请用 --key 或 GANCHAO_KEY 给出。{refused.Message}",
                $"The server does not know the key: give one by --key or GANCHAO_KEY. {refused.Message}").In(language));
            return WrongCall;
        }
        catch (ServerUnreachableException away)
        {
            error.WriteLine(new Said(
                $"连不上服务器,请稍后重做同样的导入,不会重复记入。{away.Message}",
                $"The server cannot be reached. Run the same import again later; nothing will be stored twice. {away.Message}")
                .In(language));
            return Unreachable;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            error.WriteLine(new Said(
                "已中断。重做同样的导入会接着来,不会重复记入。",
                "Interrupted. The same import goes on from there; nothing will be stored twice.").In(language));
            return Interrupted;
        }
    }

    private static HttpClient Client(ImportArguments call, HttpMessageHandler? handler)
    {
        var http = handler is null ? new HttpClient() : new HttpClient(handler, disposeHandler: false);
        http.BaseAddress = call.Url;
        http.DefaultRequestHeaders.Authorization = call.Key is null ? null : new AuthenticationHeaderValue("Bearer", call.Key);
        http.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue(
            "ganchao-import", Assembly.GetExecutingAssembly().GetName().Version?.ToString(3)));
        return http;
    }

    private static ImportPlan Read(ImportArguments call)
    {
        var plan = ImportPlan.Empty;
        if (call.Setup is { } setup)
        {
            var folder = Path.GetDirectoryName(Path.GetFullPath(setup))!;
            plan = plan.And(SetupReader.Read(Path.GetFileName(setup), folder, TextOf(setup)));
        }

        if (call.Mapping is { } path)
        {
            var mapping = MappingReader.Read(Path.GetFileName(path), TextOf(path), call.Set);
            var files = call.Files.Select(f => CsvFile.Read(Path.GetFileName(f), BytesOf(f), mapping.Form));
            plan = plan.And(FileMapper.Map(mapping, files));
        }

        return plan;
    }

    private static string TextOf(string path) => TextDecoding.Decode(BytesOf(path), Path.GetFileName(path));

    private static byte[] BytesOf(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new MappingException(
                path, null, new Said($"读不了文件:{refused.Message}", $"The file cannot be read: {refused.Message}"));
        }
    }
}
