using System.Collections.Immutable;

namespace Ganchao.Scoring;

/// <summary><c>ifna(x, y)</c>: <c>x</c>, or <c>y</c> where <c>x</c> is n/a for whatever reason.</summary>
internal sealed class IfNa : IRuleFunction
{
    public string Name => "ifna";

    public ImmutableArray<Parameter> Parameters => [Parameter.Any, Parameter.Any];

    public bool SeesNa => true;

    public ValueKind ResultOf(ReadOnlySpan<ValueKind> terms) => terms[0] == terms[1] ? terms[0] : ValueKind.NotSet;

    public Result Evaluate(ReadOnlySpan<Result> terms) => terms[0].IsNumber ? terms[0] : terms[1];

    public Note Explain(ReadOnlySpan<Result> terms, Result result) => terms[0].IsNumber
        ? Note.None
        : new Note($"无数({terms[0].Reason}),取替代值", $"n/a ({terms[0].Reason}), the stand-in counts");
}
