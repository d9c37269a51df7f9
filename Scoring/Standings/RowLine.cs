namespace Ganchao.Scoring;

/// <summary>The figures of one row, written when first asked for: of a long list few rows are looked at.</summary>
internal sealed class RowLine
{
    private readonly RowScribe? _scribe;
    private readonly Entrant? _entrant;
    private readonly RowVector? _vector;
    private RowFigures? _figures;

    public RowLine(RowFigures figures) => _figures = figures;

    public RowLine(RowScribe scribe, Entrant entrant, RowVector vector) =>
        (_scribe, _entrant, _vector) = (scribe, entrant, vector);

    public RowFigures Figures => _figures ??= _scribe!.Write(_entrant!, _vector!);
}
