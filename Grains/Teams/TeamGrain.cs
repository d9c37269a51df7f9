using System.Collections.Immutable;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Grains.Boards;
using Ganchao.Grains.Interfaces.Boards;
using Ganchao.Grains.Interfaces.Teams;
using Ganchao.Grains.Ledger;
using Ganchao.Grains.Registers;
using Ganchao.Grains.Sheets;
using Microsoft.Extensions.Logging;

namespace Ganchao.Grains.Teams;

/// <summary>
/// Folds the sheets of one subject and hints the totals to the standings. What it holds can be read again from the
/// fact table at any time; it writes nothing.
/// </summary>
internal sealed partial class TeamGrain(
    IFacts facts, IPlantBooks books, BoardSetups setups, ILogger<TeamGrain> logger) : Grain, ITeamGrain
{
    private PlantId _plant;
    private SubjectId _subject;
    private SubjectFolds _folds = null!;
    private ImmutableArray<BoardSetup> _boards = [];

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        var key = this.GetPrimaryKeyString().Split('/', 2);
        _plant = new PlantId(key[0]);
        _subject = SubjectId.Parse(key[1], null);
        await Load(await books.ReadAsync(_plant, cancellationToken), cancellationToken);
    }

    public async Task SheetChanged(SheetTotals totals)
    {
        var sheet = StreamId.Parse(totals.Sheet);
        await Take([.. totals.Lines.Select(figure => SheetFacts.RowOf(sheet, _subject, figure))]);
    }

    public async Task CatchUp(IReadOnlyList<SheetVersion> sheets)
    {
        foreach (var (sheet, version) in sheets)
        {
            if (_folds.VersionOf(StreamId.Parse(sheet)) < version)
            {
                LogBehind(_subject.ToString(), sheet, version);
                var rows = await facts.ReadSheetAsync(StreamId.Parse(sheet), CancellationToken.None);
                await Take([.. rows.Where(row => row.Subject == _subject)]);
            }
        }
    }

    // Loading has perhaps read these rows already, but no standing has heard of them: they are announced in any case.
    // Another book needs no announcement of its own: a standing that meets it reads everything anew.
    private async Task Take(IReadOnlyCollection<FactRow> rows)
    {
        var book = await books.ReadAsync(_plant, CancellationToken.None);
        if (book.FoldVersion != _folds.Book.FoldVersion)
        {
            await Load(book, CancellationToken.None);
        }

        _folds.Put(rows);
        await Announce(_boards.Where(
            board => board.Folds.Any(fold => rows.Any(row => fold.Takes(row.Measure, row.Date)))));
    }

    private async Task Load(PlantBook book, CancellationToken cancellationToken)
    {
        ImmutableArray<BoardSetup> boards = [.. setups.Of(book).Where(board => board.Concerns(_subject))];
        var folds = new SubjectFolds(_subject, book);
        if (!boards.IsEmpty)
        {
            var span = boards.Select(board => board.Span).Aggregate((one, other) => one.Span(other));
            folds.Put(await facts.ReadSubjectAsync(_plant, _subject, span, cancellationToken));
        }

        (_boards, _folds) = (boards, folds);
    }

    // Hints: a standing that misses one finds the figures in the database.
    private async Task Announce(IEnumerable<BoardSetup> boards)
    {
        foreach (var board in boards)
        {
            var standing = GrainFactory.GetGrain<IStandingGrain>(board.Board.ToString());
            foreach (var totals in _folds.TotalsFor(board))
            {
                await standing.SubjectFolded(totals);
            }
        }
    }

    [LoggerMessage(LogLevel.Information, "{Subject} was behind on {Sheet}: read up to {Version} from the database")]
    private partial void LogBehind(string subject, string sheet, long version);
}
