namespace Ganchao.Scoring;

/// <summary>Whether a row is level with the one before it in its list.</summary>
internal enum Levelness : byte
{
    /// <summary>One of the two is new there.</summary>
    NotSet,
    Apart,
    Level,
}

/// <summary>
/// The rows of a field in the order of a standing, each array in that order. Once its places are given it is never written again:
/// standings show it.
/// </summary>
/// <param name="Rows">Rows of the table.</param>
/// <param name="Levels">Whether each shares its place with the one before.</param>
/// <param name="Halves">Half places, since a place may be 2.5; 0: none.</param>
internal sealed record FieldList(int[] Rows, Levelness[] Levels, int[] Halves)
{
    public FieldList(int[] rows)
        : this(rows, new Levelness[rows.Length], new int[rows.Length])
    {
    }

    public static FieldList Empty { get; } = new([]);
}
