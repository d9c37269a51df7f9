using System.Collections.Immutable;

namespace Ganchao.Scoring;

/// <summary>
/// The terms of a <c>pick</c> call, checked: keys and outcomes in turns, and one outcome more for everything else. Keys are
/// numbers or texts, written out, none twice.
/// </summary>
internal sealed record PickShape(ValueKind Kind, ImmutableArray<Result> Keys, ImmutableArray<Expr> Outcomes, Refusal? Refusal)
{
    public const string Name = "pick";

    private static readonly Refusal NotPairs = new(
        "pick-keys",
        "pick 应写 pick(x, 键, 值, 键, 值, …, 其余值);键为数、常数或引号内的文字,须同一种。",
        "Write pick(x, key, value, key, value, …, value of all others); keys are numbers, constants or quoted texts, all of a kind.");

    public static PickShape Of(CallExpr call, Func<Expr, decimal?> literal)
    {
        ImmutableArray<Expr> rest = [.. call.Arguments.Skip(1)];
        var pairs = rest.Length / 2;
        var keys = Enumerable.Range(0, pairs).Select(i => rest[2 * i]).ToList();
        var kind = keys is [TextExpr, ..] ? ValueKind.Text : ValueKind.Number;
        var known = keys.Select(key => KeyOf(key, kind, literal)).ToList();
        if (pairs == 0 || known.Contains(null))
        {
            return new PickShape(kind, [], [], NotPairs);
        }

        ImmutableArray<Expr> outcomes = [.. rest.Where((_, i) => i % 2 == 1 || i == 2 * pairs)];
        ImmutableArray<Result> numbers = [.. known.Select(static key => key!.Value)];
        return new PickShape(kind, numbers, outcomes, numbers.Distinct().Count() == pairs ? null : Twice);
    }

    public Pick ToFunction() => new(Keys, Outcomes.Length > Keys.Length);

    private static readonly Refusal Twice = new(
        "pick-twice", "pick 中有相同的键:请去掉一个。", "A key stands twice in pick; remove one of them.");

    private static Result? KeyOf(Expr key, ValueKind kind, Func<Expr, decimal?> literal) => (key, kind) switch
    {
        (TextExpr text, ValueKind.Text) => TextNumber.Of(text.Value),
        (not TextExpr, ValueKind.Number) when literal(key) is { } number => Result.Of(Exact.Compared(number)),
        _ => null,
    };
}
