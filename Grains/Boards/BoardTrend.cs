using System.Collections.Immutable;
using Ganchao.Contracts.Boards;
using Ganchao.Contracts.Entries;
using Ganchao.Grains.Ledger;
using Ganchao.Grains.Registers;
using Ganchao.Grains.Teams;
using Ganchao.Scoring;

namespace Ganchao.Grains.Boards;

/// <summary>
/// How totals and places stood at the ends of the working days before: as the figures known now say of those days. Computed
/// from the facts alone, so it can be dropped like everything that a board holds.
/// </summary>
internal sealed class BoardTrend
{
    private const int MostEntrants = 200;
    private const int MostPoints = 14;

    private readonly ImmutableArray<Dictionary<string, StandingRow>> _days;

    private BoardTrend(ImmutableArray<Dictionary<string, StandingRow>> days) => _days = days;

    /// <summary>Boards with more entrants show none: their rows have no room, and it would cost more than the board.</summary>
    public static bool IsFor(BoardSetup setup) => setup.Competition.Entrants.Count <= MostEntrants;

    /// <summary>The last working day of the stage whose shifts have all ended; null where there is none yet.</summary>
    public static DateOnly? LastDateOf(BoardSetup setup, PlantBook book, DateTimeOffset now) =>
        Dates(setup, book, now).Select(date => (DateOnly?)date).FirstOrDefault();

    /// <summary>
    /// From the facts of the board's whole span; null where there is nothing to tell. One scoreboard is moved on from day to day;
    /// it gives way after every subject, because all of it may take seconds.
    /// </summary>
    public static async Task<BoardTrend?> OfAsync(
        BoardSetup setup, PlantBook book, IReadOnlyList<FactRow> facts, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var dates = Dates(setup, book, now).Take(MostPoints).Reverse().ToImmutableArray();
        if (dates.IsEmpty)
        {
            return null;
        }

        var news = facts.Where(row => row.Date <= dates[^1]).ToLookup(row => dates.First(date => row.Date <= date));
        var scoreboard = new Scoreboard(setup, book);
        var folds = new Dictionary<SubjectId, SubjectFolds>();
        var days = new List<Dictionary<string, StandingRow>>();
        foreach (var date in dates)
        {
            foreach (var subject in news[date].GroupBy(row => row.Subject).Where(subject => setup.Concerns(subject.Key)))
            {
                if (!folds.TryGetValue(subject.Key, out var known))
                {
                    folds.Add(subject.Key, known = new SubjectFolds(subject.Key, book));
                }

                known.Put(subject);
                scoreboard.Fold(known);
                await Task.Yield();
                cancellationToken.ThrowIfCancellationRequested();
            }

            days.Add(scoreboard.Evaluate(book, book.Calendar.EndOf(date)).Rows.ToDictionary(row => row.Entrant));
        }

        return new BoardTrend([.. days]);
    }

    /// <summary>The rows with what they were before put in.</summary>
    public IReadOnlyList<BoardRow> On(IReadOnlyList<BoardRow> rows) =>
    [
        .. rows.Select(row => row with
        {
            PlaceBefore = _days[^1].GetValueOrDefault(row.Entrant)?.Place,
            Trend = [.. _days.Select(day => TotalOf(day.GetValueOrDefault(row.Entrant))), row.Total],
        }),
    ];

    private static decimal? TotalOf(StandingRow? row) => row is { Total: { IsNumber: true } total } ? total.Number : null;

    private static IEnumerable<DateOnly> Dates(BoardSetup setup, PlantBook book, DateTimeOffset now)
    {
        var last = setup.AsOf(book.Calendar.DateAt(now));
        for (var date = last; date >= setup.Stage.Dates.Start; date = date.AddDays(-1))
        {
            if (book.Calendar.IsWorkingDay(date) && book.Calendar.EndOf(date) <= now)
            {
                yield return date;
            }
        }
    }
}
