using System.Collections.Immutable;
using System.Text.Json;
using Ganchao.Contracts.Boards;
using Ganchao.Contracts.Competitions;
using Ganchao.Contracts.Json;
using Ganchao.Contracts.Registers;
using Ganchao.Grains.Ledger;
using Ganchao.Grains.Registers;
using Ganchao.Scoring;
using Ganchao.Scoring.Plain;
using StreamId = Ganchao.Grains.Ledger.StreamId;

namespace Ganchao.Grains.Boards;

/// <summary>Whether a frame is what the plain evaluator makes of the raw facts.</summary>
/// <param name="Board">The board.</param>
/// <param name="Equal">Every figure and place is the same.</param>
/// <param name="Differences">The entrants whose rows differ, with both rows.</param>
public sealed record RecountAnswer(string Board, bool Equal, IReadOnlyList<RecountDifference> Differences);

/// <summary>An entrant whose row differs; a row is null where one side lacks it.</summary>
public sealed record RecountDifference(string Entrant, BoardRow? Shown, BoardRow? Recounted);

/// <summary>An entrant's row opened down to its entries, with what it was opened by.</summary>
/// <param name="Explanation">From the total down.</param>
/// <param name="Rulebook">With the registers' formulas in it.</param>
/// <param name="Book">The plant's book.</param>
/// <param name="Facts">The facts that count for the entrant.</param>
public sealed record OpenedRow(
    Explanation Explanation, RulebookDefinition Rulebook, PlantBook Book, IReadOnlyList<FactRow> Facts);

/// <summary>
/// The independent recount: from all facts, by the second evaluator, sharing with the live one the parser and the registers.
/// A final standing is not counted again: it is compared with the stored document, and explained by the ledger at its position.
/// </summary>
public sealed class Recount(
    ILedger ledger, IFacts facts, IPlantBooks books, IFactProjection projection, FinalStandings finals)
{
    private const int PageSize = 2_000;

    /// <summary>Compares a frame with the facts as they are now; the caller sees to it that nothing moves meanwhile.</summary>
    public async Task<RecountAnswer> CompareAsync(BoardFrame frame, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(frame);
        var board = BoardId.Parse(frame.Board);
        var book = await books.RefreshAsync(board.Plant, cancellationToken);
        return FinalStandings.DecisionOn(board, book) is { } decision
            ? Compare(frame, (await finals.ReadAsync(board, decision, cancellationToken)).Rows)
            : Compare(frame, Rows(frame, book, await ReadAsync(frame, book, cancellationToken)));
    }

    /// <summary>Compares a frame with what the ledger alone says at the frame's position.</summary>
    public async Task<RecountAnswer> CompareWithLedgerAsync(BoardFrame frame, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(frame);
        var (book, rows) = await ReadLedgerAsync(frame, cancellationToken);
        return Compare(frame, Rows(frame, book, rows));
    }

    /// <summary>
    /// What another rulebook would make of a frame's stage, from the same facts, judged at the frame's time; a final frame by the
    /// facts that it was made of. Without a preview and without a fault there is no such board.
    /// </summary>
    /// <param name="text">Of a rulebook without errors.</param>
    /// <returns>The preview, or why the plant's measures do not fit the rulebook.</returns>
    public async Task<(RulebookPreview? Preview, string? Fault)> PreviewAsync(
        BoardFrame frame,
        string text,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(frame);
        var (book, rows) = frame.Mode == BoardMode.Final
            ? await ReadThenAsync(frame, cancellationToken)
            : await ReadNowAsync(frame, cancellationToken);
        if (Material.Of(frame, book, rows) is not { } now)
        {
            return (null, null);
        }

        var line = new RulebookLine { Id = Guid.Empty, Code = "", Text = text };
        if (RulebookShelf.FaultOf(line, book) is { } fault)
        {
            return (null, fault);
        }

        var tried = new RulebookShelf().Compiled(line, book);
        var setup = now.Setup.With(tried, book);
        var all = setup.Span == now.Setup.Span
            ? rows
            : await facts.ReadPeriodAsync(book.Plant, setup.Span.Span(now.Setup.Span), cancellationToken);
        var then = Material.Of(setup, book, all, BoardSetup.Minute(frame.ServerTime));
        return (RulebookPreview.Of(frame.Board, now.Score(), then.Score()), null);
    }

    /// <summary>
    /// What the stage of a frame leaves to the next, by the facts that the ledger holds at the frame's position.
    /// </summary>
    public async Task<IReadOnlyList<LeftFigure>> ReadLeftAsync(BoardFrame frame, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(frame);
        var (book, rows) = await ReadThenAsync(frame, cancellationToken);
        return Material.Of(frame, book, rows) is { } material
            && !(material.Rulebook.Carries.IsEmpty && material.Rulebook.Accounts.IsEmpty)
                ? StageHistory.LeftBy(material.Score())
                : [];
    }

    /// <summary>
    /// How an entrant's points come about by the facts as they are now, judged at the frame's time, down to the entries; a final
    /// frame's by the facts that it was made of. Null where it is not enrolled.
    /// </summary>
    public async Task<Explanation?> ExplainAsync(
        BoardFrame frame, string entrant, CancellationToken cancellationToken) =>
        (await OpenAsync(frame, entrant, cancellationToken))?.Explanation;

    /// <summary>The same with the entries that it leads to.</summary>
    public async Task<OpenedRow?> OpenAsync(BoardFrame frame, string entrant, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(frame);
        var (book, rows) = frame.Mode == BoardMode.Final
            ? await ReadThenAsync(frame, cancellationToken)
            : await ReadNowAsync(frame, cancellationToken);
        if (Material.Of(frame, book, rows) is not { } material || !material.Terms.ContainsKey(entrant))
        {
            return null;
        }

        var explanation = PlainEvaluator.Explain(
            material.Rulebook,
            material.Entrants,
            material.Terms,
            material.Facts,
            material.Calendar,
            material.AsOf,
            entrant);
        var own = rows.Where(row => ScoringFacts.Of(row, book, material.Setup.Entrants)?.Entrant == entrant);
        return new OpenedRow(explanation, material.Rulebook, book, [.. own]);
    }

    private async Task<(PlantBook, IReadOnlyList<FactRow>)> ReadNowAsync(BoardFrame frame, CancellationToken cancellationToken)
    {
        var book = await books.RefreshAsync(BoardId.Parse(frame.Board).Plant, cancellationToken);
        return (book, await ReadAsync(frame, book, cancellationToken));
    }

    // Where no sheet of these dates was touched since, the facts of now are those of then, and the ledger need not be walked.
    private async Task<(PlantBook, IReadOnlyList<FactRow>)> ReadThenAsync(
        BoardFrame frame, CancellationToken cancellationToken)
    {
        var board = BoardId.Parse(frame.Board);
        var lines = await ledger.ReadKindsAsync(board.Plant, PlantBooks.Kinds, 0, cancellationToken);
        var book = lines.TakeWhile(line => line.Position <= frame.Position)
            .Aggregate(new PlantBook(board.Plant), (sofar, line) => sofar.Apply(line));
        if (BoardSetup.Of(board, book, new RulebookShelf()) is not { } setup)
        {
            return (book, []);
        }

        var now = await ledger.ReadPositionAsync(board.Plant, cancellationToken);
        var touched = await facts.ReadTouchedAsync(board.Plant, frame.Position, now, cancellationToken);
        return touched.Any(sheet => setup.Span.Contains(sheet.Date))
            ? await ReadLedgerAsync(frame, cancellationToken)
            : (book, await facts.ReadPeriodAsync(board.Plant, setup.Span, cancellationToken));
    }

    private async Task<(PlantBook Book, IReadOnlyList<FactRow> Rows)> ReadLedgerAsync(
        BoardFrame frame, CancellationToken cancellationToken)
    {
        var plant = BoardId.Parse(frame.Board).Plant;
        var book = new PlantBook(plant);
        var rows = new Dictionary<(StreamId, long), FactRow>();
        for (var position = 0L; position < frame.Position;)
        {
            var limit = (int)Math.Min(PageSize, frame.Position - position);
            var events = await ledger.ReadTailAsync(plant, position, limit, cancellationToken);
            foreach (var stored in events)
            {
                if (PlantBook.Holds(stored.Stream.Kind))
                {
                    book = book.Apply(stored);
                }
                else if (projection.Project(stored) is { } row)
                {
                    rows[(row.Stream, row.Line)] = row;
                }
            }

            position = events.Count > 0 ? events[^1].Position : throw new InvalidOperationException(
                $"The ledger of {plant} ends before position {frame.Position}, which board {frame.Board} says it holds.");
        }

        return (book, [.. rows.Values]);
    }

    private async Task<IReadOnlyList<FactRow>> ReadAsync(
        BoardFrame frame, PlantBook book, CancellationToken cancellationToken) =>
        BoardSetup.Of(BoardId.Parse(frame.Board), book, new RulebookShelf()) is { } setup
            ? await facts.ReadPeriodAsync(book.Plant, setup.Span, cancellationToken)
            : [];

    private static RecountAnswer Compare(BoardFrame frame, IReadOnlyList<BoardRow> rows)
    {
        var shown = frame.Rows.ToDictionary(row => row.Entrant);
        var counted = rows.ToDictionary(row => row.Entrant);
        var differences = shown.Keys.Union(counted.Keys)
            .Order(StringComparer.Ordinal)
            .Where(entrant => !Same(shown.GetValueOrDefault(entrant), counted.GetValueOrDefault(entrant)))
            .Select(entrant => new RecountDifference(
                entrant, shown.GetValueOrDefault(entrant), counted.GetValueOrDefault(entrant)))
            .ToImmutableArray();
        return new RecountAnswer(frame.Board, differences.IsEmpty, differences);
    }

    private static IReadOnlyList<BoardRow> Rows(BoardFrame frame, PlantBook book, IReadOnlyList<FactRow> rows)
    {
        if (Material.Of(frame, book, rows) is not { } material)
        {
            return [];
        }

        return BoardFrames.Rows(material.Score(), material.Setup, book);
    }

    // What a row was on the days before is no part of the standing.
    private static bool Same(BoardRow? one, BoardRow? other) => Text(one) == Text(other);

    private static string Text(BoardRow? row) =>
        JsonSerializer.Serialize(row is null ? null : row with { PlaceBefore = null, Trend = null }, GanchaoJson.Options);

    /// <summary>What the plain evaluator is given.</summary>
    private sealed record Material(
        BoardSetup Setup,
        ImmutableArray<Entrant> Entrants,
        IReadOnlyDictionary<string, EntrantTerms> Terms,
        ImmutableArray<Fact> Facts,
        StageCalendar Calendar,
        DateOnly AsOf)
    {
        public Standing Score() => PlainEvaluator.Score(Rulebook, Entrants, Terms, Facts, Calendar, AsOf);

        public RulebookDefinition Rulebook => Setup.Rulebook.Definition;

        public static Material? Of(BoardFrame frame, PlantBook book, IReadOnlyList<FactRow> rows)
        {
            if (BoardSetup.Of(BoardId.Parse(frame.Board), book, new RulebookShelf()) is not { } setup)
            {
                return null;
            }

            return Of(setup, book, rows, BoardSetup.Minute(frame.ServerTime));
        }

        public static Material Of(BoardSetup setup, PlantBook book, IReadOnlyList<FactRow> rows, DateTimeOffset now)
        {
            var terms = new StandingTerms(setup, book, now);
            ImmutableArray<Entrant> entrants =
                [.. setup.Competition.Entrants.Values.Select(e => new Entrant(e.Entrant, e.Division ?? "", e.Guest))];
            return new Material(
                setup,
                entrants,
                entrants.ToDictionary(entrant => entrant.Id, entrant => terms.Of(entrant.Id)),
                [.. rows.Select(row => ScoringFacts.Of(row, book, setup.Entrants)).OfType<Fact>()],
                setup.Calendar with { Figures = terms.Stage },
                setup.AsOf(book.Calendar.DateAt(now)));
        }
    }
}
