using System.Collections.Immutable;

namespace Ganchao.Scoring;

/// <summary>
/// An input of a fold set. Entered inputs take facts; derived ones have a figure over other inputs, which
/// stand before them.
/// </summary>
/// <param name="Position">In the rulebook; the place of its figure in a group.</param>
/// <param name="Derived">Null with an entered input.</param>
/// <param name="Sources">With a derived input: the positions of the inputs written in it.</param>
internal sealed record FoldInput(
    int Position, InputDefinition Definition, Node<Group>? Derived, ImmutableArray<int> Sources)
{
    public bool Takes(Fact fact) =>
        Derived is null
        && fact.Party == Definition.Party
        && string.Equals(fact.Measure, Definition.Measure, StringComparison.Ordinal)
        && (Definition.Products.IsEmpty || Definition.Products.Contains(fact.Product))
        && (Definition.Details.IsEmpty || Definition.Details.Contains(fact.Detail))
        && (fact.Value is not null || Definition.Refused != RefusedFigures.Skip)
        && Definition.Where.All(filter => fact.Tags.TryGetValue(filter.Tag, out var tag) && filter.Values.Contains(tag));

    public Result FigureOf(Fact fact) =>
        fact.Value is { } value ? Result.Of(value)
        : Definition.Refused == RefusedFigures.Zero ? Result.Zero
        : Result.Na(NaReason.Refused);
}
