namespace Ganchao.Scoring;

/// <summary>The figures by occasion of a rulebook while it is compiled.</summary>
internal sealed class FigureTable(int count)
{
    private readonly Figure?[] _figures = new Figure?[count];
    private readonly List<Figure> _inOrder = [];

    /// <summary>Each behind those that it uses.</summary>
    public IReadOnlyList<Figure> InOrder => _inOrder;

    /// <summary>How many the rulebook declares.</summary>
    public int Count => count;

    /// <summary>By its position in the rulebook; null while it is not built, or since it is mistaken.</summary>
    public Figure? this[int position] => _figures[position];

    public void Add(Figure figure)
    {
        _figures[figure.Position] = figure;
        _inOrder.Add(figure);
    }
}
