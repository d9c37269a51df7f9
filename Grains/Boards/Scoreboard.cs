using Ganchao.Contracts.Entries;
using Ganchao.Grains.Interfaces.Boards;
using Ganchao.Grains.Registers;
using Ganchao.Grains.Teams;
using Ganchao.Scoring;

namespace Ganchao.Grains.Boards;

/// <summary>
/// The totals that a board is made of, the last of each sender, and the live evaluation over them. Made for one setup;
/// another rulebook, stage or enrolment is another scoreboard, filled before it takes the place of this one.
/// </summary>
internal sealed class Scoreboard
{
    private readonly LiveStanding _live;
    private readonly Dictionary<(string Subject, string FoldHash), SubjectTotals> _totals = [];
    private readonly Dictionary<(string Entrant, string FoldHash), HashSet<string>> _senders = [];
    private readonly HashSet<(string Entrant, string FoldHash)> _moved = [];
    private readonly Dictionary<string, BoardFold> _folds;
    private (long BookVersion, DateTimeOffset Minute) _terms = (-1, default);
    private Standing? _standing;

    public Scoreboard(BoardSetup setup, PlantBook book)
    {
        Setup = setup;
        Book = book;
        _folds = setup.Folds.ToDictionary(fold => fold.Set.Hash);
        _live = new LiveStanding(setup.Rulebook);
        _live.SetEntrants(
            [.. setup.Competition.Entrants.Values.Select(e => new Entrant(e.Entrant, e.Division ?? "", e.Guest))]);
    }

    public BoardSetup Setup { get; }

    /// <summary>
    /// The plant's book that the setup was made from; figures are folded by it, even where a newer one is
    /// known.
    /// </summary>
    public PlantBook Book { get; }

    /// <summary>The last totals of every sender, for a snapshot.</summary>
    public IReadOnlyCollection<SubjectTotals> Totals => _totals.Values;

    /// <summary>Takes whole totals; false where they are not newer than those known, or not of this board.</summary>
    public bool Put(SubjectTotals totals)
    {
        var key = (totals.Subject, totals.FoldHash);
        if (!_folds.TryGetValue(totals.FoldHash, out var fold) ||
            fold.Dates != new DateRange(totals.Start, totals.End) ||
            totals.FoldVersion != Book.FoldVersion ||
            (_totals.TryGetValue(key, out var known) && known.Version >= totals.Version))
        {
            return false;
        }

        foreach (var part in _totals.GetValueOrDefault(key)?.Parts ?? [])
        {
            Move(part.Entrant, totals.FoldHash).Remove(totals.Subject);
        }

        foreach (var part in totals.Parts)
        {
            Move(part.Entrant, totals.FoldHash).Add(totals.Subject);
        }

        _totals[key] = totals;
        return true;
    }

    /// <summary>Takes a subject's totals, folded by this scoreboard's book; false where none is newer.</summary>
    public bool Fold(SubjectFolds folds)
    {
        var newer = false;
        foreach (var totals in folds.TotalsFor(Setup))
        {
            newer |= Put(totals);
        }

        return newer;
    }

    /// <summary>The standing now; the same object as before where nothing moved.</summary>
    public Standing Evaluate(PlantBook book, DateTimeOffset now)
    {
        var moved = _moved.Count > 0;
        foreach (var (entrant, foldHash) in _moved)
        {
            _live.Put(entrant, foldHash, Merged(entrant, foldHash));
        }

        _moved.Clear();
        var minute = BoardSetup.Minute(now);
        if (moved || _terms != (book.Version, minute) || _standing is null)
        {
            PutTerms(book, minute);
            _terms = (book.Version, minute);
            var standing = _live.Evaluate(Setup.AsOf(book.Calendar.DateAt(minute)));
            _standing = standing == _standing ? _standing : standing;
        }

        return _standing;
    }

    private void PutTerms(PlantBook book, DateTimeOffset now)
    {
        var terms = new StandingTerms(Setup, book, now);
        _live.SetStage(terms.Stage);
        foreach (var entrant in Setup.Competition.Entrants.Keys)
        {
            _live.PutTerms(entrant, terms.Of(entrant));
        }
    }

    private Accumulators Merged(string entrant, string foldHash)
    {
        var set = _folds[foldHash].Set;
        return _senders[(entrant, foldHash)]
            .Order(StringComparer.Ordinal)
            .Select(subject => _totals[(subject, foldHash)].Parts.First(part => part.Entrant == entrant))
            .Aggregate(set.Empty, (sum, part) => set.Merge(sum, Accumulators.FromBytes(part.Accumulators)));
    }

    private HashSet<string> Move(string entrant, string foldHash)
    {
        var key = (entrant, foldHash);
        _moved.Add(key);
        if (!_senders.TryGetValue(key, out var senders))
        {
            _senders.Add(key, senders = []);
        }

        return senders;
    }
}
