using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Ganchao.Contracts.Entries;

namespace Ganchao.Dashboard.Blanks;

/// <summary>
/// The code on a blank sheet, such as <c>T07-260302-NIGHT-4K</c>: team, date and shift as people say them, in capitals, and two
/// check characters. With them one wrong character is found and told by its place.
/// </summary>
public static partial class SheetCode
{
    /// <summary>Longer ones are no codes: an id has at most 64 characters.</summary>
    public const int MaxLength = 160;

    // A prime, so that every number but 0 has an inverse.
    private const int Modulus = 37;
    private const int CheckLength = 2;
    private const string Symbols = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ*";

    public static string Of(ShiftId shift)
    {
        var text = string.Create(
            CultureInfo.InvariantCulture, $"{shift.Team}-{shift.Date:yyMMdd}-{shift.Kind}-").ToUpperInvariant();
        var (sum, weighted) = Syndromes(text);
        var (first, second) = (LocatorOf(text.Length), LocatorOf(text.Length + 1));
        var a = Mod(((second * sum) - weighted) * InverseOf(first - second));
        return $"{text}{Symbols[a]}{Symbols[Mod(-sum - a)]}";
    }

    /// <summary>What a code says, or what is wrong with it. Wide and small letters and blanks do no harm.</summary>
    public static SheetCodeReading Read(string typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        var code = Tidied(typed);
        if (code.Length is <= CheckLength or > MaxLength)
        {
            return new(SheetCodeFault.Shape);
        }

        var (sum, weighted) = Syndromes(code);
        if (sum != 0 || weighted != 0)
        {
            return Wrong(code, sum, weighted);
        }

        return Parted(code) ?? new(SheetCodeFault.Shape);
    }

    private static SheetCodeReading? Parted(string code) =>
        Parts().Match(code) is { Success: true } parts
        && DateOnly.TryParseExact(
            parts.Groups["date"].Value, "yyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? new(SheetCodeFault.NotSet, parts.Groups["team"].Value, date, parts.Groups["kind"].Value)
            : null;

    private static string Tidied(string typed) => string.Concat(
        typed.Normalize(NormalizationForm.FormKC).ToUpperInvariant().Where(c => !char.IsWhiteSpace(c) && !char.IsControl(c)));

    // One wrong character changes the sum by its error and the weighted sum by its error times its place. Where the code would
    // be none even with that one put right, more than one is wrong.
    private static SheetCodeReading Wrong(string code, int sum, int weighted)
    {
        var place = sum == 0 ? 0 : Mod(weighted * InverseOf(sum));
        if (place == 0 || place > code.Length || code.Length >= Modulus)
        {
            return new(SheetCodeFault.Several);
        }

        var value = Mod(ValueOf(code[place - 1]) - sum);
        return $"{Symbols}-".Where(symbol => ValueOf(symbol) == value)
            .Where(symbol => Parted($"{code[..(place - 1)]}{symbol}{code[place..]}") is not null)
            .Select(symbol => new SheetCodeReading(
                SheetCodeFault.Character, Place: place, Written: code[place - 1], Meant: symbol))
            .FirstOrDefault() ?? new(SheetCodeFault.Several);
    }

    private static (int Sum, int Weighted) Syndromes(string text)
    {
        var (sum, weighted) = (0, 0);
        foreach (var (index, c) in text.Index())
        {
            sum = Mod(sum + ValueOf(c));
            weighted = Mod(weighted + (LocatorOf(index) * ValueOf(c)));
        }

        return (sum, weighted);
    }

    // Ids may hold any letter; one outside the alphabet counts as one within.
    private static int ValueOf(char c) => Symbols.IndexOf(c, StringComparison.Ordinal) is var at and >= 0 ? at : c % Modulus;

    private static int LocatorOf(int index) => 1 + (index % (Modulus - 1));

    private static int Mod(int number) => ((number % Modulus) + Modulus) % Modulus;

    private static int InverseOf(int number) =>
        Enumerable.Range(1, Modulus - 1).First(inverse => Mod(Mod(number) * inverse) == 1);

    [GeneratedRegex("^(?<team>.+)-(?<date>[0-9]{6})-(?<kind>.+)-..$", RegexOptions.ExplicitCapture)]
    private static partial Regex Parts();
}

/// <summary>What is wrong with a code; nothing: not set.</summary>
public enum SheetCodeFault
{
    NotSet,

    /// <summary>It is no code of a sheet.</summary>
    Shape,

    /// <summary>One character is wrong.</summary>
    Character,

    /// <summary>Several characters are wrong, missing or too many.</summary>
    Several,
}

/// <summary>What a code says, in capitals; or its fault.</summary>
/// <param name="Fault">Not set where the code is right.</param>
/// <param name="Team">The team's id.</param>
/// <param name="Date">The production date.</param>
/// <param name="Kind">The shift kind.</param>
/// <param name="Place">Of the wrong character, counted from 1.</param>
/// <param name="Written">The wrong character.</param>
/// <param name="Meant">What it should be.</param>
public sealed record SheetCodeReading(
    SheetCodeFault Fault,
    string Team = "",
    DateOnly Date = default,
    string Kind = "",
    int Place = 0,
    char Written = default,
    char Meant = default);
