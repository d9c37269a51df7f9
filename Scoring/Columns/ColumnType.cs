namespace Ganchao.Scoring;

/// <summary>What a column holds, and the occasion that one value of it stands for.</summary>
/// <param name="Grain">NotSet for literals and constants, which fit every grain.</param>
public readonly record struct ColumnType(ValueKind Value, Occasion Grain);

/// <summary>The kinds of values. NotSet: the expression is mistaken and already reported.</summary>
public enum ValueKind
{
    NotSet = 0,
    Number = 1,

    /// <summary>Yes or no.</summary>
    Truth = 2,
    Text = 3,
    Date = 4,
}
