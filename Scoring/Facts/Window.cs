using System.Globalization;

namespace Ganchao.Scoring;

public enum WindowKind
{
    NotSet = 0,
    Stage = 1,
    YearToDate = 2,
    Previous = 3,
    Dates = 4,

    /// <summary>The entrant's own dates; the stage where it has none.</summary>
    Own = 5,
}

/// <summary>The stretch of time from which an input takes its figures.</summary>
/// <param name="Back">Stages back, from 1, with <see cref="WindowKind.Previous"/>; otherwise 0.</param>
/// <param name="Dates">The dates, with <see cref="WindowKind.Dates"/>; otherwise default.</param>
public sealed record Window(WindowKind Kind, int Back = 0, DateSpan Dates = default)
{
    public static readonly Window Stage = new(WindowKind.Stage);
    public static readonly Window YearToDate = new(WindowKind.YearToDate);
    public static readonly Window Own = new(WindowKind.Own);

    public static Window Previous(int back) => new(WindowKind.Previous, back);

    public static Window Between(DateOnly start, DateOnly end) => new(WindowKind.Dates, 0, new DateSpan(start, end));

    /// <summary>As a rulebook writes it; part of what a fold set's hash covers.</summary>
    public override string ToString() => Kind switch
    {
        WindowKind.Stage => "stage",
        WindowKind.YearToDate => "ytd",
        WindowKind.Own => "own",
        WindowKind.Previous => string.Create(CultureInfo.InvariantCulture, $"previous({Back})"),
        WindowKind.Dates => string.Create(CultureInfo.InvariantCulture, $"{Dates.Start:O}..{Dates.End:O}"),
        WindowKind.NotSet => "",
    };
}
