namespace Ganchao.Scoring;

/// <summary><c>account(name)</c>: what was in an account of the field before this stage; at first its start, or 0.</summary>
/// <param name="start">Column of the start; null: 0.</param>
internal sealed class AccountNode(string name, int? start, string formula)
    : Node<Row>(new ColumnType(ValueKind.Number, Occasion.Series), formula)
{
    public override Result Evaluate(Row context) => context.Stage.Opening(context.Field, name)
        ?? (start is { } column ? context.Column(column) : Result.Zero);

    public override Explanation Explain(Row context) =>
        new(ExplanationKind.Term, name, Formula, Numbers(context), Evaluate(context), Note.None, []);
}

/// <summary><c>paid(award)</c>: the money of an award in the field, held entries too; n/a while one is undecided.</summary>
internal sealed class PaidNode(string award, string formula)
    : Node<Row>(new ColumnType(ValueKind.Number, Occasion.Stage), formula)
{
    public override Result Evaluate(Row context)
    {
        var sum = new ExactSum(0);
        foreach (var finding in context.InField(award))
        {
            if (finding.Undecided != NaReason.None)
            {
                return Result.Na(finding.Undecided);
            }

            if (ExactSum.Of(finding.Money ?? 0m) is not { } part)
            {
                return Result.Na(NaReason.Overflow);
            }

            sum += part;
        }

        return sum.ToResult();
    }

    public override Explanation Explain(Row context) =>
        new(ExplanationKind.Term, award, Formula, Numbers(context), Evaluate(context), Note.None, []);
}
