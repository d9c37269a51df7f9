
namespace Ganchao.Contracts.Identity;

/// <summary>
/// An opaque id or code, written by people or machines: 1 to 64 characters, letters and digits of any script and
/// <c>- _ . +</c>; never a slash, because ids are joined into stream keys. Ids are compared letter by letter.
/// </summary>
public interface IId<TSelf>
    where TSelf : struct, IId<TSelf>
{
    string Value { get; }

    static abstract TSelf Create(string value);
}

/// <summary>The one rule that every id keeps, and the sentence for one that does not.</summary>
public static class IdText
{
    public const int MaxLength = 64;

    public static bool IsValid(string? text) =>
        text is { Length: > 0 and <= MaxLength } && text.All(IsAllowed);

    /// <exception cref="FormatException">The text is blank, too long or holds a forbidden character.</exception>
    public static string Checked(string? text, string kind) =>
        IsValid(text) ? text! : throw new FormatException(
            $"'{Shown(text)}' is no {kind}: use 1 to {MaxLength} letters, digits or - _ . +, without blanks or slashes.");

    private static bool IsAllowed(char c) => char.IsLetterOrDigit(c) || c is '-' or '_' or '.' or '+';

    private static string Shown(string? text) => text is null ? "" : text.Length <= MaxLength ? text : text[..MaxLength] + "…";
}
