namespace Ganchao.Scoring;

/// <summary>
/// One entrant's figures by position of the column. Once its evaluation is over it is never written again: a standing that
/// shows it stays what it was.
/// </summary>
internal readonly struct RowVector
{
    private readonly Result[] _results;
    private readonly int _offset;

    private RowVector(Result[] results, int offset) => (_results, _offset) = (results, offset);

    public Result this[int column] => _results[_offset + column];

    /// <summary>While its evaluation lasts.</summary>
    public void Set(int column, Result result) => _results[_offset + column] = result;

    /// <summary>Vectors of whole tables lie in one piece, so that the collector has one thing to look after.</summary>
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
