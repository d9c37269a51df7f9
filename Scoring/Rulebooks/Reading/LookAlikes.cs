using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Ganchao.Scoring;

/// <summary>
/// Names that a reader cannot tell apart: full-width and half-width (<c>Ａ</c>, <c>A</c>), Cyrillic or Greek and Latin
/// (<c>а</c>, <c>a</c>), with and without letters that are not seen. Whoever reads a rulebook must see what it says.
/// </summary>
internal static class LookAlikes
{
    private const string Foreign = "аеорсухіјѕһԁԛԝѵӏАВЕКМНОРСТУХІЈЅԚԜҮӀΑΒΕΖΗΙΚΜΝΟΡΤΥΧονι";
    private const string Latin = "aeopcyxijshdqwvlABEKMHOPCTYXIJSQWYIABEZHIKMNOPTYXovi";

    /// <summary>Letters without a shape of their own: Hangul fillers and the like.</summary>
    private const string Unseen = "\u115F\u1160\u3164\uFFA0";

    private static readonly string[] Words =
        ["value", "base", "total", "asOf", "eligible", "and", "or", "not", "true", "false"];

    private static readonly FrozenDictionary<char, char> Twins = Foreign.Zip(Latin)
        .DistinctBy(static pair => pair.First)
        .ToFrozenDictionary(static pair => pair.First, static pair => pair.Second);

    /// <summary>What stands in formulas by its bare name: one space of names, whatever part declares them.</summary>
    public static IEnumerable<(string Name, TextPlace Place)> Symbols(RulebookDefinition book) =>
        Words.Select(static word => (word, default(TextPlace)))
            .Concat(book.Inputs.Select(static input => (input.Name, input.Place)))
            .Concat(book.Constants.Select(static constant => (constant.Name, constant.Place)));

    /// <summary>Reports each name that looks like an earlier, different one.</summary>
    public static void Refuse(IEnumerable<(string Name, TextPlace Place)> names, Findings findings)
    {
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, place) in names)
        {
            var shape = ShapeOf(name);
            if (!seen.TryAdd(shape, name) && seen[shape] != name)
            {
                var codes = Codes(name) is { Length: > 0 } own ? own : Codes(seen[shape]);
                findings.Error(
                    "look-alike",
                    place,
                    $"名称 {name} 与 {seen[shape]} 看上去一样,却是不同的字符({codes}):请换一个名称。",
                    $"The name {name} looks like {seen[shape]} but has other characters ({codes}); choose another name.");
            }
        }
    }

    private static string ShapeOf(string name)
    {
        var shape = new StringBuilder(name.Length);
        foreach (var letter in Composed(name))
        {
            if (!Unseen.Contains(letter, StringComparison.Ordinal))
            {
                shape.Append(Twins.GetValueOrDefault(letter, letter));
            }
        }

        return shape.ToString();
    }

    /// <summary>A name is letters, digits and _ only; what else a damaged text holds is refused by its own check.</summary>
    private static string Composed(string name) =>
        name.Any(char.IsSurrogate) ? name : name.Normalize(NormalizationForm.FormKC);

    /// <summary>The first characters outside of ASCII and of Chinese, such as <c>U+0430</c>.</summary>
    private static string Codes(string name) => string.Join(
        ' ', name.Where(static c => c > '\u007F' && c is not (>= '\u4E00' and <= '\u9FFF')).Take(3)
            .Select(static c => string.Create(CultureInfo.InvariantCulture, $"U+{(int)c:X4}")));
}
