using System.Globalization;

namespace Ganchao.Scoring;

/// <summary>
/// A number, or <c>n/a</c> with the reason why there is none. Yes and no are 1 and 0; a date is its day number.
/// Two results are equal when number and reason are (1.0 equals 1.00).
/// </summary>
public readonly record struct Result(decimal Number, NaReason Reason)
{
    public static readonly Result Zero = new(0m, NaReason.None);

    public bool IsNumber => Reason == NaReason.None;

    public static Result Of(decimal number) => new(number, NaReason.None);

    public static Result Of(bool truth) => new(truth ? 1m : 0m, NaReason.None);

    public static Result Na(NaReason reason) =>
        reason == NaReason.None ? throw new ArgumentException("n/a needs a reason.", nameof(reason)) : new(0m, reason);

    public override string ToString() =>
        IsNumber ? Number.ToString(CultureInfo.InvariantCulture) : $"n/a({Reason})";
}

/// <summary>Why there is no number. When a fold met several, the one that stands first here is given.</summary>
public enum NaReason
{
    /// <summary>It is a number.</summary>
    None = 0,

    /// <summary>The certifier refused the figure.</summary>
    Refused = 1,

    /// <summary>The product has no such attribute on that day.</summary>
    NoAttribute = 2,

    DivisionByZero = 3,

    /// <summary>Beyond the range of exact numbers; see the language reference.</summary>
    Overflow = 4,

    /// <summary>A term outside of what the function accepts, such as a step width of 0 or less.</summary>
    OutOfDomain = 5,

    /// <summary>In a gap that the rulebook declared between bands.</summary>
    Undefined = 6,

    /// <summary>Left out by a rule, not by lack of a figure.</summary>
    Excluded = 7,

    /// <summary>Not entered, not due yet, or nobody in the cohort has one.</summary>
    Missing = 8,

    NoPlan = 9,

    NoBaseline = 10,

    NoCoefficient = 11,

    /// <summary>No such figure from outside is given for the stage.</summary>
    NoReference = 12,

    /// <summary>The entrant has no such tag.</summary>
    NoTag = 13,

    /// <summary>No entrant has the id that a tag names.</summary>
    NoEntrant = 14,

    /// <summary>No stage before stored it.</summary>
    NoHistory = 15,

    /// <summary>Left to the committee, which has not recorded it.</summary>
    NotDecided = 16,

    /// <summary>The amounts do not add up to the pool that they must add up to.</summary>
    PoolMissed = 17,
}
