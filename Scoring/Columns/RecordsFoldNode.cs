using System.Collections.Immutable;

namespace Ganchao.Scoring;

/// <summary>A fold over the records of a figure's row.</summary>
/// <param name="inputs">Columns of the inputs written in it: records with a fact of none of them are not visited.</param>
internal sealed class RecordsFoldNode(RowFold fold, Node<Group>[] terms, ImmutableArray<int> inputs, string formula)
    : RowFoldNode(fold, terms, formula)
{
    public override Result Evaluate(Row context) =>
        Finish(Visited(context).Select(static record => (record.Key.Date, record.Inputs)));

    public override Explanation Explain(Row context)
    {
        var records = Visited(context).ToList();
        return Explain(context, records.Count, records.Select(Opened));
    }

    private IEnumerable<KeptRecord> Visited(Row context) =>
        context.Occasion.Row.Records.Where(record => inputs.Any(record.Inputs.Has));

    private Explanation Opened(KeptRecord record) => new(
        ExplanationKind.Record,
        FigureLabel.Of(record),
        Terms[0].Formula,
        Terms[0].Numbers(record.Inputs),
        Terms[0].Evaluate(record.Inputs),
        Note.None,
        [])
    {
        Entries = [record.Key.Entry],
    };
}
