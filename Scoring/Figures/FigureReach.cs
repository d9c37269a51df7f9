namespace Ganchao.Scoring;

/// <summary>Which rows of another figure a figure looks at.</summary>
internal enum FigureReach
{
    NotSet = 0,

    /// <summary>The row with the same key.</summary>
    Here,

    /// <summary><c>before(figure)</c>: the row before.</summary>
    Before,

    /// <summary><c>running(figure)</c>: the sum of the row and all before.</summary>
    Running,
}
