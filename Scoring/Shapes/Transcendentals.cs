using System.Collections.Immutable;

namespace Ganchao.Scoring;

/// <summary>A function of one number that is worked out by <see cref="TrueValue"/>.</summary>
internal sealed class Transcendentals(string name, Func<decimal, Result> function) : IRuleFunction
{
    public static readonly ImmutableArray<IRuleFunction> All =
    [
        new Transcendentals("exp", TrueValue.Exp),
        new Transcendentals("ln", TrueValue.Ln),
        new Transcendentals("log10", TrueValue.Log10),
        new Transcendentals("sqrt", TrueValue.Sqrt),
    ];

    public string Name => name;

    public ImmutableArray<Parameter> Parameters => [Parameter.Number];

    public Result Evaluate(ReadOnlySpan<Result> terms) => function(terms[0].Number);
}
