namespace Ganchao.Scoring;

/// <summary>What groups are keyed by when their facts stand on several sheets.</summary>
internal enum SeriesKey
{
    NotSet = 0,
    Day = 1,
    Product = 2,
}
