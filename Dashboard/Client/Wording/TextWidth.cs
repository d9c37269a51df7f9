namespace Ganchao.Client.Wording;

/// <summary>About how wide texts come out, in bold.</summary>
internal static class TextWidth
{
    private const string Narrow = " iljtf.,:;'()-·";
    private const string Wide = "mwMW";

    /// <summary>In heights of the type: a Chinese character is as wide as it is high.</summary>
    public static decimal Of(string text) => text.Sum(sign =>
        sign >= '\u2000' ? 1m
        : Narrow.Contains(sign, StringComparison.Ordinal) ? 0.3m
        : Wide.Contains(sign, StringComparison.Ordinal) ? 0.87m
        : 0.59m);
}
