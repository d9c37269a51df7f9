namespace Ganchao.Scoring;

/// <summary>
/// One entrant's figures by position of the column. Once its evaluation is over it is never written again: a standing that
/// shows it stays what it was. A class, not a struct: others look at a row while it is renewed and must see the old or the new
/// one, never half of each.
/// </summary>
internal sealed class RowVector
{
    private readonly Result[] _results;
    private readonly int _offset;

    private RowVector(Result[] results, int offset) => (_results, _offset) = (results, offset);

    public Result this[int column] => _results[_offset + column];

    /// <summary>While its evaluation lasts.</summary>
    public void Set(int column, Result result) => _results[_offset + column] = result;

    /// <summary>Figures of whole tables lie in one piece.</summary>
    public static RowVector[] Many(int rows, int columns)
    {
        var results = new Result[rows * columns];
        var vectors = new RowVector[rows];
        for (var row = 0; row < rows; row++)
        {
            vectors[row] = new RowVector(results, row * columns);
        }

        return vectors;
    }

    /// <summary>A vector of its own with the same figures.</summary>
    public RowVector Copy(int columns) => new(_results.AsSpan(_offset, columns).ToArray(), 0);
}
