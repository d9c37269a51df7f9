namespace Ganchao.Contracts.Entries;

/// <summary>What a figure is taken at: a heat or lot, a shift, a day, a week, a month, an event.</summary>
public enum Occasion
{
    NotSet,
    Heat,
    Shift,
    Day,
    Week,
    Month,
    Event,
}
