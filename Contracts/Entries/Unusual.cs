namespace Ganchao.Contracts.Entries;

/// <summary>Why a figure asks for a second look.</summary>
public enum Oddity
{
    NotSet,

    /// <summary>Outside the range that the measure's register line calls usual.</summary>
    OutsideUsual,

    /// <summary>Far from the mean of the cell's last figures.</summary>
    FarFromMean,

    /// <summary>About ten, a hundred or a thousand times as much or as little as the last ones: another unit, perhaps.</summary>
    OtherUnit,

    /// <summary>On a day on which the plant's calendar has nobody working.</summary>
    RestDay,

    /// <summary>More pieces than the route's step before has reported up to then: more than there was material.</summary>
    MoreThanBefore,
}

/// <summary>What is unusual about a figure, kept with its entry.</summary>
/// <param name="Oddity">Why.</param>
/// <param name="Typical">
/// The mean of the cell's last figures, or what the step before has reported; in the measure's unit. Absent where the reason is
/// another.
/// </param>
/// <param name="Figures">How many figures the mean is of.</param>
/// <param name="Factor">1000, 100, 10, 0.1, 0.01 or 0.001 where the unit seems to be another.</param>
public sealed record UnusualMark(Oddity Oddity, decimal? Typical = null, int? Figures = null, decimal? Factor = null);
