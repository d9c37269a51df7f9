using System.Collections.Immutable;

namespace Ganchao.Scoring;

/// <summary><c>if(c, a, b)</c>: <c>a</c> when <c>c</c> holds, else <c>b</c>; what is not chosen may be n/a.</summary>
internal sealed class If : IRuleFunction
{
    public string Name => "if";

    public ImmutableArray<Parameter> Parameters => [Parameter.Truth, Parameter.Any, Parameter.Any];

    public bool SeesNa => true;

    public ValueKind ResultOf(ReadOnlySpan<ValueKind> terms) => terms[1] == terms[2] ? terms[1] : ValueKind.NotSet;

    public Result Evaluate(ReadOnlySpan<Result> terms) =>
        !terms[0].IsNumber ? terms[0] : terms[0].Number != 0m ? terms[1] : terms[2];

    public Note Explain(ReadOnlySpan<Result> terms, Result result) =>
        terms[0].Number != 0m ? new Note("条件成立", "the condition holds") : new Note("条件不成立", "the condition does not hold");
}
