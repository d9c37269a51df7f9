namespace Ganchao.Scoring;

/// <summary>A formula with its text, as written, and the place in the rulebook's text at which it begins.</summary>
public sealed record Formula(string Text, Expr Root, TextPlace Place)
{
    public override string ToString() => Text;
}

/// <summary>Line and column, both from 1; 0 when unknown.</summary>
public readonly record struct TextPlace(int Line, int Column);
