using System.Collections.Concurrent;

namespace Ganchao.Scoring;

/// <summary><c>tag(name)</c>: a text about the entrant.</summary>
internal sealed class TagNode(string name, string formula)
    : Node<Row>(new ColumnType(ValueKind.Text, Occasion.Stage), formula)
{
    // Few different texts, asked for by many rows.
    private readonly ConcurrentDictionary<string, Result> _known = new(StringComparer.Ordinal);

    public override Result Evaluate(Row context) =>
        context.Terms.Tags.TryGetValue(name, out var text)
            ? _known.GetOrAdd(text, static text => TextNumber.Of(text))
            : Result.Na(NaReason.NoTag);

    public override string Numbers(Row context) =>
        context.Terms.Tags.TryGetValue(name, out var text) ? $"\"{text}\"" : Result.Na(NaReason.NoTag).ToString();

    public override Explanation Explain(Row context) => context.Terms.Tags.ContainsKey(name)
        ? new Explanation(ExplanationKind.Text, name, Formula, Numbers(context), Result.Zero, Note.None, [])
        : new Explanation(ExplanationKind.Term, name, Formula, "", Result.Na(NaReason.NoTag), Note.None, []);
}
