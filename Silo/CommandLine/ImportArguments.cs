using Ganchao.Silo.Import;
using Ganchao.Silo.Import.Sending;

namespace Ganchao.Silo.CommandLine;

/// <summary>The words behind <c>import</c>.</summary>
internal sealed record ImportArguments
{
    public const string Usage = """
        ganchao import [--setup setup.yaml] [--mapping mapping.yaml file.csv …] [options]
          --commit            send; without it the server only checks and stores nothing    真正发送;不写则只试运行
          --skip-bad          send the good lines where others are bad                      跳过坏行
          --correct REASON    correct figures that differ from what is stored               更正已记的数,须写原因
          --set name=value    a constant of the mapping                                     映射文件里的常量
          --url ADDRESS       the server, default http://127.0.0.1:5080                     服务器地址
          --key KEY           the key, default from GANCHAO_KEY                             密钥
          --lang zh|en        language of the report, default from LANG                     报告语言
        Ends with 0: all well, 1: bad lines, 2: the call or a mapping is wrong, 3: the server cannot be reached.
        """;

    public string? Setup { get; private init; }

    public string? Mapping { get; private init; }

    public IReadOnlyList<string> Files { get; private init; } = [];

    public IReadOnlyDictionary<string, string> Set { get; private init; } = new Dictionary<string, string>();

    public ImportChoices Choices { get; private init; } = new();

    public Uri Url { get; private init; } = new("http://127.0.0.1:5080/");

    public string? Key { get; private init; }

    public ImportLanguage Language { get; private init; }

    /// <exception cref="MappingException">A word is not known, or a needed one is missing.</exception>
    public static ImportArguments Parse(IReadOnlyList<string> args, Func<string, string?> environment)
    {
        var found = new ImportArguments
        {
            Key = environment("GANCHAO_KEY"),
            Language = DefaultLanguage(environment),
        };
        for (var i = 0; i < args.Count; i++)
        {
            string Next() => ++i < args.Count ? args[i] : throw Wrong($"{args[i - 1]} 后面缺一个值。", $"{args[i - 1]} needs a value.");
            found = args[i] switch
            {
                "--setup" => found with { Setup = Next() },
                "--mapping" => found with { Mapping = Next() },
                "--commit" => found with { Choices = found.Choices with { Commit = true } },
                "--skip-bad" => found with { Choices = found.Choices with { SkipBad = true } },
                "--correct" => found with { Choices = found.Choices with { Correct = Next() } },
                "--set" => found with { Set = With(found.Set, Next()) },
                "--url" => found with { Url = Address(Next()) },
                "--key" => found with { Key = Next() },
                "--lang" => found with { Language = LanguageOf(Next()) },
                var option when option.StartsWith('-') => throw Wrong($"不认识 {option}。", $"{option} is not known."),
                var file => found with { Files = [.. found.Files, file] },
            };
        }

        return found.Checked();
    }

    public static ImportLanguage DefaultLanguage(Func<string, string?> environment) =>
        LanguageOf(environment("LC_ALL") ?? environment("LANG") ?? "");

    private ImportArguments Checked() =>
        Setup is null && Mapping is null ? throw Wrong("请写 --setup 或 --mapping。", "Give --setup or --mapping.")
        : Mapping is null != (Files.Count == 0) ? throw Wrong(
            "--mapping 与数据文件要一起写。", "A mapping needs files, and files need a mapping.")
        : Choices.Correct is "" ? throw Wrong("--correct 须写原因。", "--correct needs a reason.")
        : this;

    private static Dictionary<string, string> With(IReadOnlyDictionary<string, string> set, string pair)
    {
        var equals = pair.IndexOf('=', StringComparison.Ordinal);
        return equals > 0
            ? new Dictionary<string, string>(set) { [pair[..equals]] = pair[(equals + 1)..] }
            : throw Wrong($"'{pair}' 应为 名称=值。", $"'{pair}' must be name=value.");
    }

    // With a slash at its end, or the last part of a path behind a proxy would be lost.
    private static Uri Address(string text) =>
        Uri.TryCreate(text.TrimEnd('/') + "/", UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? address
            : throw Wrong($"'{text}' 不是地址。", $"'{text}' is no address.");

    private static ImportLanguage LanguageOf(string text) =>
        text.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? ImportLanguage.Chinese : ImportLanguage.English;

    private static MappingException Wrong(string zh, string en) => new("import", null, new Said(zh, en));
}
