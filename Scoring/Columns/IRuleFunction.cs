using System.Collections.Immutable;

namespace Ganchao.Scoring;

/// <summary>
/// A function of terms that stand beside each other. A new one is a new class in the folder of its family and one line in
/// <see cref="FunctionLibrary"/>.
/// </summary>
internal interface IRuleFunction
{
    string Name { get; }

    ImmutableArray<Parameter> Parameters { get; }

    /// <summary>Whether it is asked even when a term is n/a; otherwise the first n/a term is the result.</summary>
    bool SeesNa => false;

    /// <summary>The kind of its result, from the kinds of its terms.</summary>
    ValueKind ResultOf(ReadOnlySpan<ValueKind> terms) => ValueKind.Number;

    /// <summary>Looks at the terms that are literals; null when nothing is wrong with them.</summary>
    /// <param name="literals">The literal terms; null for those that are not.</param>
    Refusal? Check(ReadOnlySpan<decimal?> literals) => null;

    /// <exception cref="OverflowException">Beyond a decimal; the caller makes n/a(Overflow) of it.</exception>
    Result Evaluate(ReadOnlySpan<Result> terms);

    /// <summary>What the numbers do not say; asked for results that are numbers.</summary>
    Note Explain(ReadOnlySpan<Result> terms, Result result) => Note.None;
}

/// <summary>Why the terms of a call cannot be right, and the remedy, in both languages.</summary>
internal sealed record Refusal(string Id, string Zh, string En);

/// <summary>One term that a function takes.</summary>
/// <param name="Kind">NotSet: any.</param>
/// <param name="Words">Words that may stand there, such as asc; a word counts as its position, from 1. Default: no words.</param>
/// <param name="Repeats">The last parameter may come again.</param>
/// <param name="IsLiteral">Only a number written out, or a constant.</param>
internal sealed record Parameter(
    ValueKind Kind, bool Optional = false, bool Repeats = false, bool IsLiteral = false, ImmutableArray<string> Words = default)
{
    public static readonly Parameter Number = new(ValueKind.Number);
    public static readonly Parameter Truth = new(ValueKind.Truth);
    public static readonly Parameter Date = new(ValueKind.Date);
    public static readonly Parameter Any = new(ValueKind.NotSet);

    public static Parameter OptionalWord(params ImmutableArray<string> words) =>
        new(ValueKind.Number, Optional: true, Words: words);
}
