using System.Text.RegularExpressions;

namespace Ganchao.Layering.Tests.Conventions;

/// <summary>House rules that a search can judge; each answers with the numbers of wrong lines.</summary>
internal static partial class SourceRules
{
    public const int MaxColumns = 130;

    /// <summary>Quoted text does not count: a rulebook or a CSV line in a test is as long as it is.</summary>
    public static IEnumerable<int> TooLong(string source) => source
        .Split('\n')
        .Zip(CSharpText.Code(source).Split('\n'))
        .Index()
        .Where(line => LengthOf(line.Item.First.TrimEnd('\r'), line.Item.Second) > MaxColumns)
        .Select(line => line.Index + 1);

    private static int LengthOf(string line, string code) =>
        line.TrimStart().StartsWith("//", StringComparison.Ordinal)
            ? line.Length
            : line.Length - line.Zip(code).Count(pair => pair.First != pair.Second);

    /// <summary>Binary floating point, where points and money are exact.</summary>
    public static IEnumerable<int> BinaryFloatingPoint(string source) =>
        Lines(BinaryFloatingPointWord(), CSharpText.Code(source));

    /// <summary>Waiting for the clock instead of for what should happen.</summary>
    public static IEnumerable<int> Sleeping(string source) => Lines(SleepingCall(), CSharpText.Code(source));

    /// <summary>Work put off instead of done or written in the tracker; in any kind of file.</summary>
    public static IEnumerable<int> PutOff(string source) => Lines(PutOffWord(), source);

    /// <summary>A file that needs folding.</summary>
    public static IEnumerable<int> Regions(string source) => Lines(Region(), CSharpText.Code(source));

    /// <summary>A suppression whose line does not say why.</summary>
    public static IEnumerable<int> UnexplainedSuppressions(string source) =>
        Lines(UnexplainedPragma(), source);

    /// <summary>
    /// A catch of everything that neither throws again nor says, on its line, the one before or the first one
    /// inside, which edge it is and what tries again. A filter (<c>when</c>) makes it a catch of something.
    /// </summary>
    public static IEnumerable<int> SilentCatchAlls(string source)
    {
        var code = CSharpText.Code(source);
        var lines = source.Split('\n');
        foreach (Match found in CatchAll().Matches(code))
        {
            var line = CSharpText.LineOf(source, found.Index);
            var opening = code.IndexOf('{', found.Index + found.Length - 1);
            var inside = CSharpText.LineOf(source, opening) + 1;
            var explained = new[] { line - 1, line, inside }
                .Any(number => number >= 1 && number <= lines.Length && lines[number - 1].Contains("//"));
            if (!explained && !Rethrow().IsMatch(Block(code, opening)))
            {
                yield return line;
            }
        }
    }

    private static string Block(string code, int opening)
    {
        var depth = 0;
        for (var i = opening; i < code.Length; i++)
        {
            depth += code[i] switch { '{' => 1, '}' => -1, _ => 0 };
            if (depth == 0)
            {
                return code[opening..i];
            }
        }

        return code[opening..];
    }

    private static IEnumerable<int> Lines(Regex rule, string text) =>
        rule.Matches(text).Select(found => CSharpText.LineOf(text, found.Index)).Distinct();

    // The words, and numbers with a point that no m makes a decimal.
    [GeneratedRegex(@"\b(double|float)\b|(?<![\w.])[\d_]+\.[\d_]+([eE][+-]?\d+)?(?![\w.])")]
    private static partial Regex BinaryFloatingPointWord();

    [GeneratedRegex(@"\b(Thread\s*\.\s*Sleep|Task\s*\.\s*Delay|SpinWait)\b")]
    private static partial Regex SleepingCall();

    [GeneratedRegex(@"\b(TO" + @"DO|FIX" + @"ME|HA" + @"CK|X" + @"XX)\b")]
    private static partial Regex PutOffWord();

    [GeneratedRegex(@"^\s*#region", RegexOptions.Multiline)]
    private static partial Regex Region();

    [GeneratedRegex(@"^\s*#pragma\s+warning\s+disable(?![^\n]*//)", RegexOptions.Multiline)]
    private static partial Regex UnexplainedPragma();

    [GeneratedRegex(@"\bcatch\s*(\(\s*(System\s*\.\s*)?Exception(\s+\w+)?\s*\)\s*)?\{")]
    private static partial Regex CatchAll();

    [GeneratedRegex(@"\bthrow\b")]
    private static partial Regex Rethrow();
}
