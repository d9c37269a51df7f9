using System.Collections.Immutable;
using System.Text.Json;
using Ganchao.Contracts.Boards;
using Ganchao.Contracts.Json;
using Ganchao.Grains.Ledger;
using Ganchao.Grains.Registers;
using Ganchao.Scoring;
using Ganchao.Scoring.Plain;

namespace Ganchao.Grains.Boards;

/// <summary>Whether a frame is what the plain evaluator makes of the raw facts.</summary>
/// <param name="Board">The board.</param>
/// <param name="Equal">Every figure and place is the same.</param>
/// <param name="Differences">The entrants whose rows differ, with both rows.</param>
public sealed record RecountAnswer(string Board, bool Equal, IReadOnlyList<RecountDifference> Differences);

/// <summary>An entrant whose row differs; a row is null where one side lacks it.</summary>
public sealed record RecountDifference(string Entrant, BoardRow? Shown, BoardRow? Recounted);

/// <summary>
/// The independent recount: from all facts, by the second evaluator, sharing with the live one the parser and the registers.
/// </summary>
public sealed class Recount(IFacts facts, IPlantBooks books, PlantClock clock)
{
    /// <summary>Compares a frame with a recount of its board now; the caller sees to it that nothing moves meanwhile.</summary>
    public async Task<RecountAnswer> CompareAsync(
        BoardId board, BoardFrame frame, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(frame);
        var recounted = await RowsAsync(board, cancellationToken);
        var shown = frame.Rows.ToDictionary(row => row.Entrant);
        var counted = recounted.ToDictionary(row => row.Entrant);
        var differences = shown.Keys.Union(counted.Keys)
            .Order(StringComparer.Ordinal)
            .Where(entrant => !Same(shown.GetValueOrDefault(entrant), counted.GetValueOrDefault(entrant)))
            .Select(entrant => new RecountDifference(
                entrant, shown.GetValueOrDefault(entrant), counted.GetValueOrDefault(entrant)))
            .ToImmutableArray();
        return new RecountAnswer(board.ToString(), differences.IsEmpty, differences);
    }

    private async Task<IReadOnlyList<BoardRow>> RowsAsync(BoardId board, CancellationToken cancellationToken)
    {
        var book = await books.RefreshAsync(board.Plant, cancellationToken);
        if (BoardSetup.Of(board, book, new RulebookShelf()) is not { } setup)
        {
            return [];
        }

        var rows = await facts.ReadPeriodAsync(board.Plant, setup.Span, cancellationToken);
        var now = clock.GetUtcNow();
        var terms = new StandingTerms(setup, book, now);
        var entrants = setup.Competition.Entrants.Values
            .Select(e => new Entrant(e.Entrant, e.Division ?? "", e.Guest))
            .ToImmutableArray();
        var standing = PlainEvaluator.Score(
            setup.Rulebook.Definition,
            entrants,
            entrants.ToDictionary(entrant => entrant.Id, entrant => terms.Of(entrant.Id)),
            [.. rows.Select(row => ScoringFacts.Of(row, book, setup.Entrants)).OfType<Fact>()],
            setup.Calendar,
            setup.AsOf(book.Calendar.DateAt(now)));
        return BoardFrames.Rows(standing, setup, book);
    }

    private static bool Same(BoardRow? one, BoardRow? other) =>
        JsonSerializer.Serialize(one, GanchaoJson.Options) == JsonSerializer.Serialize(other, GanchaoJson.Options);
}
