namespace Ganchao.Scoring;

/// <summary>A figure by occasion: one value in each row of an entrant.</summary>
/// <param name="Tag">With <see cref="FigurePer.Tag"/>: the tag whose texts are the rows; otherwise empty.</param>
public sealed record FigureDefinition(
    string Name, Names Names, FigurePer Per, string Tag, RoundedFormula Figure, TextPlace Place);

/// <summary>Which records are one row.</summary>
public enum FigurePer
{
    NotSet = 0,
    Record,

    /// <summary>Production date, and place of the shift in it.</summary>
    Shift,
    Day,

    /// <summary>Monday to Sunday.</summary>
    Week,
    Month,
    Product,
    Detail,
    Subject,

    /// <summary>A tag of the record; records without it are in no row.</summary>
    Tag,
}
