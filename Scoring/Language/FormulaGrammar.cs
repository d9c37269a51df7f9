using System.Globalization;
using Parlot.Fluent;

namespace Ganchao.Scoring;

/// <summary>
/// The grammar, loosest first: or, and, not, one comparison, sums, products, one sign, one power, primary. Only parentheses
/// nest; a doubled sign, <c>-a^b</c>, <c>a^b^c</c> and <c>a &lt; b &lt; c</c> are refused, since people read them in two ways.
/// </summary>
internal static class FormulaGrammar
{
    public const string OperandExpected = "a number, a name or (";
    public const string OperatorExpected = "an operator";
    private const string ClosingExpected = ")";

    private static readonly HashSet<string> Keywords = new(StringComparer.Ordinal) { "and", "or", "not", "true", "false" };

    public static readonly Parser<Expr> Whole = Build();

    private static Parser<Expr> Build()
    {
        var expression = Deferred<Expr>();
        var primary = Primary(expression);
        var power = Once(primary, Sign("^", BinaryOperator.Power));
        var signed = OneOf(Negated(primary), power);
        var product = Chain(signed, OneOf(Sign("*", BinaryOperator.Multiply), Sign("/", BinaryOperator.Divide)));
        var sum = Chain(product, OneOf(Sign("+", BinaryOperator.Add), Sign("-", BinaryOperator.Subtract)));
        var comparison = Once(sum, Comparisons());
        var negation = OneOf(Not(comparison), comparison);
        var conjunction = Chain(negation, Word("and", BinaryOperator.And));
        expression.Parser = Chain(conjunction, Word("or", BinaryOperator.Or));

        return expression.ElseError(OperandExpected).AndSkip(SkipWhiteSpace(Always()).Eof().ElseError(OperatorExpected))
            .WithComments(static comments => comments.WithWhiteSpaceOrNewLine().WithSingleLine("#"));
    }

    private static Parser<Expr> Primary(Parser<Expr> expression)
    {
        var closing = Terms.Char(')').ElseError(ClosingExpected);
        var group = Terms.Char('(').SkipAnd(expression.ElseError(OperandExpected)).AndSkip(closing);
        var none = Terms.Char('(').And(Terms.Char(')')).Then<IReadOnlyList<Expr>>(static _ => []);
        var some = Terms.Char('(').SkipAnd(Separated(Terms.Char(','), expression).ElseError(OperandExpected)).AndSkip(closing);
        var called = Name().And(OneOf(none, some))
            .Then<Expr>(static (_, start, end, call) => new CallExpr(call.Item1, [.. call.Item2], start, end));
        var named = Name().Then(static (_, start, end, name) => Named(name, start, end));
        var text = Terms.String(StringLiteralQuotes.Double)
            .Then<Expr>(static (_, start, end, found) => new TextExpr(found.ToString(), start, end));
        return OneOf(Number(), text, called, named, group);
    }

    private static Parser<string> Name() =>
        Terms.Identifier(static c => char.IsLetter(c) || c == '_', static c => char.IsLetterOrDigit(c) || c == '_')
            .Then(static span => span.ToString())
            .When(static (_, name) => name is "true" or "false" || !Keywords.Contains(name));

    private static Expr Named(string name, int start, int end) => name switch
    {
        "true" => new BooleanExpr(true, start, end),
        "false" => new BooleanExpr(false, start, end),
        _ => new NameExpr(name, start, end),
    };

    private static Parser<Expr> Number()
    {
        var digits = Literals.Pattern(char.IsAsciiDigit);
        var fraction = Literals.Char('.').And(digits);
        var share = OneOf(Literals.Char('%'), Literals.Char('‰'));
        return SkipWhiteSpace(Capture(digits.And(ZeroOrOne(fraction))).And(ZeroOrOne(share))
            .Then<Expr>(
                static (_, start, end, found) =>
                Number(found.Item1.Span, found.Item2 is [var share] ? share : '\0', start, end)));
    }

    private static NumberExpr Number(ReadOnlySpan<char> digits, char share, int start, int end)
    {
        // More digits than a decimal holds leave 0 here; FormulaSize refuses the number by its length.
        _ = decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number);
        return new NumberExpr(share switch { '%' => number / 100m, '‰' => number / 1000m, _ => number }, start, end);
    }

    private static Parser<Expr> Negated(Parser<Expr> operand) =>
        Terms.Char('-').SkipAnd(operand.ElseError(OperandExpected))
            .Then<Expr>(static (_, start, end, found) => new NegateExpr(found, start, end));

    private static Parser<Expr> Not(Parser<Expr> operand) =>
        Terms.Keyword("not").SkipAnd(operand.ElseError(OperandExpected))
            .Then<Expr>(static (_, start, end, found) => new NotExpr(found, start, end));

    private static Parser<BinaryOperator> Sign(string text, BinaryOperator sign) => Terms.Text(text).Then(sign);

    private static Parser<BinaryOperator> Word(string text, BinaryOperator sign) => Terms.Keyword(text).Then(sign);

    private static Parser<BinaryOperator> Comparisons() => OneOf(
        Sign("<=", BinaryOperator.LessOrEqual), Sign("≤", BinaryOperator.LessOrEqual),
        Sign("<>", BinaryOperator.NotEqual), Sign("!=", BinaryOperator.NotEqual), Sign("≠", BinaryOperator.NotEqual),
        Sign("<", BinaryOperator.Less),
        Sign(">=", BinaryOperator.GreaterOrEqual), Sign("≥", BinaryOperator.GreaterOrEqual),
        Sign(">", BinaryOperator.Greater),
        Sign("==", BinaryOperator.Equal), Sign("=", BinaryOperator.Equal));

    /// <summary>Operands in a row, joined from the left.</summary>
    private static Parser<Expr> Chain(Parser<Expr> operand, Parser<BinaryOperator> sign) =>
        operand.And(ZeroOrMany(sign.And(operand.ElseError(OperandExpected))))
            .Then(static found =>
                found.Item2.Aggregate(
                found.Item1, static (Expr left, (BinaryOperator Sign, Expr Right) next) => Join(left, next.Sign, next.Right)));

    /// <summary>Two operands at most.</summary>
    private static Parser<Expr> Once(Parser<Expr> operand, Parser<BinaryOperator> sign) =>
        operand.And(ZeroOrOne(sign.And(operand.ElseError(OperandExpected))))
            .Then(static found => found.Item2 is [var (sign, right)] ? Join(found.Item1, sign, right) : found.Item1);

    private static BinaryExpr Join(Expr left, BinaryOperator sign, Expr right) =>
        new BinaryExpr(sign, left, right, left.Start, right.End);
}
