namespace Ganchao.Scoring;

/// <summary>The figures of one group: what level 1 sees.</summary>
internal sealed class Group : IEquatable<Group>
{
    private readonly Result?[] _inputs;
    private readonly IReadOnlyList<Fact> _facts;
    private readonly Dictionary<string, decimal>? _attributes;

    /// <param name="inputs">By position of the input in the rulebook; null: no fact of it in this group.</param>
    /// <param name="facts">With records: the facts, for their attributes; otherwise empty.</param>
    public Group(Result?[] inputs, IReadOnlyList<Fact> facts) => (_inputs, _facts) = (inputs, facts);

    private Group(Result?[] inputs, Dictionary<string, decimal> attributes) =>
        (_inputs, _facts, _attributes) = (inputs, [], attributes);

    /// <summary>A record that is kept.</summary>
    /// <param name="inputs">By column of the slot.</param>
    public static Group Kept(Result?[] inputs, Dictionary<string, decimal> attributes) => new(inputs, attributes);

    public int Count => _inputs.Length;

    /// <summary>Of a record that is kept, by name; otherwise none.</summary>
    public IEnumerable<KeyValuePair<string, decimal>> Attributes =>
        _attributes is null ? [] : _attributes.OrderBy(static pair => pair.Key, StringComparer.Ordinal);

    public bool Has(int input) => _inputs[input] is not null;

    public Result Input(int input) => _inputs[input] ?? Result.Na(NaReason.Missing);

    public void Set(int input, Result figure) => _inputs[input] = figure;

    /// <summary>Of the first fact, in order of occurrence, whose product has it.</summary>
    public Result Attribute(string name)
    {
        if (_attributes is not null && _attributes.TryGetValue(name, out var kept))
        {
            return Result.Of(kept);
        }

        foreach (var fact in _facts)
        {
            if (fact.Attributes.TryGetValue(name, out var value))
            {
                return Result.Of(value);
            }
        }

        return Result.Na(NaReason.NoAttribute);
    }

    public bool Equals(Group? other) =>
        other is not null && _inputs.AsSpan().SequenceEqual(other._inputs) && Attributes.SequenceEqual(other.Attributes);

    public override bool Equals(object? obj) => Equals(obj as Group);

    public override int GetHashCode() => _inputs.Length;
}
