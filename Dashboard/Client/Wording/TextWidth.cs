namespace Ganchao.Client.Wording;

/// <summary>About how wide texts come out.</summary>
internal static class TextWidth
{
    /// <summary>In heights of the type: a Chinese character is as wide as it is high, a Latin one a good half.</summary>
    public static decimal Of(string text) => text.Sum(sign => sign < '\u2000' ? 0.55m : 1m);
}
