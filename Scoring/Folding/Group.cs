namespace Ganchao.Scoring;

/// <summary>The figures of one group: what level 1 sees.</summary>
/// <param name="inputs">By position of the input in the rulebook; null: no fact of it in this group.</param>
/// <param name="facts">With records: the facts, for their attributes; otherwise empty.</param>
internal sealed class Group(Result?[] inputs, IReadOnlyList<Fact> facts)
{
    public bool Has(int input) => inputs[input] is not null;

    public Result Input(int input) => inputs[input] ?? Result.Na(NaReason.Missing);

    public void Set(int input, Result figure) => inputs[input] = figure;

    /// <summary>Of the first fact, in order of occurrence, whose product has it.</summary>
    public Result Attribute(string name)
    {
        foreach (var fact in facts)
        {
            if (fact.Attributes.TryGetValue(name, out var value))
            {
                return Result.Of(value);
            }
        }

        return Result.Na(NaReason.NoAttribute);
    }
}
