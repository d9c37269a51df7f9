using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Registers;
using Ganchao.Grains.Registers;
using Ganchao.Scoring;

namespace Ganchao.Grains.Boards;

/// <inheritdoc />
internal sealed class CountedMeasures(BoardSetups setups) : ICountedMeasures
{
    private static readonly Regex ProductData = new($@"\b({string.Join('|', ScoringFacts.ProductData)})\b");

    public ImmutableArray<CountingBoard> BoardsOf(PlantBook book, SubjectId subject, DateOnly productionDate) =>
    [
        .. setups.Of(book)
            .Where(setup => setup.Concerns(subject) && setup.Stage.Dates.Contains(productionDate))
            .OrderBy(setup => setup.Board.ToString(), StringComparer.Ordinal)
            .Select(setup => new CountingBoard(
                setup.Board,
                BoardFrames.NamesOf(setup),
                setup.Entrants,
                setup.Stage.Dates,
                MeasuresOf(setup.Rulebook.Definition))),
    ];

    private static ImmutableArray<CountedMeasure> MeasuresOf(RulebookDefinition rulebook)
    {
        var byProduct = rulebook.Inputs
            .Where(input => !input.Products.IsEmpty || (input.Formula is { } formula && ProductData.IsMatch(formula.Text)))
            .Select(RootOf)
            .ToHashSet(StringComparer.Ordinal);
        return
        [
            .. rulebook.Inputs
                .Where(input => input.Formula is null && IdText.IsValid(input.Measure))
                .GroupBy(input => input.Measure)
                .Select(uses => new CountedMeasure(
                    new MeasureCode(uses.Key), uses.Any(input => byProduct.Contains(RootOf(input)))))
                .Where(counted => ReservedMeasures.Of(counted.Measure) is null),
        ];
    }

    // What a computed measure is taken apart into bears the name of the rulebook's own input before two underscores.
    private static string RootOf(InputDefinition input) => input.Name.Split("__")[0];

}
