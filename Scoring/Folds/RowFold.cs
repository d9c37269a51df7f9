using System.Collections.Immutable;

namespace Ganchao.Scoring;

/// <summary>
/// A fold over rows that are there one by one: the rows of figures by occasion, or the records of such a row. A new one is a new
/// class here and one line in <see cref="FunctionLibrary"/>.
/// </summary>
internal abstract class RowFold(string name, params ImmutableArray<Parameter> parameters)
{
    /// <summary>How many rows: a number from 1 to 100, written out.</summary>
    protected static readonly Parameter HowMany = Parameter.Number with { IsLiteral = true };

    private const decimal Most = 100m;

    public string Name => name;

    public ImmutableArray<Parameter> Parameters => parameters;

    public virtual ValueKind Gives => ValueKind.Number;

    /// <summary>Whether it needs an order in time.</summary>
    public virtual bool NeedsOrder => false;

    /// <param name="literals">The literal terms; null for those that are not.</param>
    public Refusal? Check(ReadOnlySpan<decimal?> literals) =>
        parameters is [_, { IsLiteral: true }] && literals is [_, { } n] && (n is < 1m or > Most || !decimal.IsInteger(n))
            ? new Refusal(
                "count-expected", $"{name} 的第二项应是 1 到 100 的整数。",
                $"The second term of {name} is a whole number from 1 to 100.")
            : null;

    public abstract Result Finish(FoldedRows rows);
}

/// <summary>The rows that a fold visits, in their order, with its terms quantised.</summary>
internal sealed class FoldedRows(IReadOnlyList<FoldedRow> rows)
{
    public int Count => rows.Count;

    public FoldedRow this[int row] => rows[row];

    /// <summary>The first reason, by the order of the enum, that spoils the fold by one of its terms; Missing does not.</summary>
    public NaReason Spoilt(params ReadOnlySpan<int> terms)
    {
        var seen = default(NaReasons);
        foreach (var row in rows)
        {
            foreach (var term in terms)
            {
                var reason = row.Terms[term].Reason;
                seen = reason is NaReason.None or NaReason.Missing ? seen : seen.With(reason);
            }
        }

        return seen.First;
    }

    public bool Holds(int row, int term) => rows[row].Terms[term] is { IsNumber: true, Number: not 0m };

    /// <summary>The numbers of a term; rows where it is Missing are left out.</summary>
    public decimal[] Numbers(int term) =>
        [.. rows.Where(row => row.Terms[term].IsNumber).Select(row => row.Terms[term].Number)];
}

/// <param name="Date">Default where the rows have none.</param>
internal readonly record struct FoldedRow(DateOnly Date, Result[] Terms);
