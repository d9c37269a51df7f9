namespace Ganchao.Scoring;

/// <summary>What one group of a fold is. Records and shifts lie on one sheet; days and products go across sheets.</summary>
internal enum Grouping
{
    NotSet = 0,
    Record = 1,
    Shift = 2,
    Day = 3,
    Product = 4,
}
