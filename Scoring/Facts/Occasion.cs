namespace Ganchao.Scoring;

/// <summary>The grain of a figure or a column: what one value of it stands for, finest first.</summary>
public enum Occasion
{
    NotSet = 0,
    Record = 1,
    Shift = 2,
    Day = 3,
    Week = 4,
    Month = 5,
    Stage = 6,
    Series = 7,
}
