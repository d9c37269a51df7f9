namespace Ganchao.Client.Wording;

/// <summary>A figure and its unit, which stands after it in smaller type behind a thin space.</summary>
/// <param name="Number">Or the dash of what is missing.</param>
/// <param name="Unit">Empty where it has none.</param>
/// <param name="Before">A currency that stands before; empty in Chinese.</param>
public sealed record Quantity(string Number, string Unit, string Before = "")
{
    public const string ThinSpace = "\u2009";
    public const string NoBreakSpace = "\u00a0";

    public static Quantity Missing { get; } = new(Figures.Missing, "");

    /// <summary>For titles, messages and pictures.</summary>
    public override string ToString() =>
        $"{(Before.Length > 0 ? Before + NoBreakSpace : "")}{Number}{(Unit.Length > 0 ? ThinSpace + Unit : "")}";
}
