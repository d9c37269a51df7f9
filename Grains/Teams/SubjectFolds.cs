using System.Collections.Immutable;
using Ganchao.Contracts.Entries;
using Ganchao.Grains.Boards;
using Ganchao.Grains.Interfaces.Boards;
using Ganchao.Grains.Ledger;
using Ganchao.Grains.Registers;
using Ganchao.Scoring;

namespace Ganchao.Grains.Teams;

/// <summary>
/// All sheets with figures about one subject, each folded by itself; totals are merges over sheets. A sheet is replaced
/// whole by a newer version of it, so order, loss and repetition of what arrives do not matter. Made for one version
/// of the plant's book.
/// </summary>
internal sealed class SubjectFolds(SubjectId subject, PlantBook book)
{
    private readonly Dictionary<(StreamId Sheet, DateOnly Date), FoldedSheet> _sheets = [];
    private readonly Dictionary<(string FoldHash, DateRange Dates, EntrantKind Entrants), Total> _totals = [];

    public PlantBook Book => book;

    /// <summary>The folds of these rows.</summary>
    public static SubjectFolds Of(SubjectId subject, PlantBook book, IEnumerable<FactRow> rows)
    {
        var folds = new SubjectFolds(subject, book);
        folds.Put(rows);
        return folds;
    }

    /// <summary>The version of a sheet as known here; 0 where it is not.</summary>
    public long VersionOf(StreamId sheet) =>
        _sheets.Where(pair => pair.Key.Sheet == sheet).Select(pair => pair.Value.Version).DefaultIfEmpty().Max();

    /// <summary>Takes the whole rows about the subject of one or many sheets, where they are newer than those known.</summary>
    public void Put(IEnumerable<FactRow> rows)
    {
        foreach (var sheet in rows.Where(row => row.Subject == subject).GroupBy(row => (row.Stream, row.Date)))
        {
            var folded = new FoldedSheet(sheet.Max(row => row.Seq), [.. sheet], book);
            if (_sheets.TryAdd(sheet.Key, folded))
            {
                foreach (var total in _totals.Values.Where(total => total.Fold.Dates.Contains(sheet.Key.Date)))
                {
                    total.Add(folded);
                }
            }
            else if (_sheets[sheet.Key].Version < folded.Version)
            {
                // What a sheet said before cannot be taken out of a merge: the totals are merged anew when asked for.
                _sheets[sheet.Key] = folded;
                _totals.Clear();
            }
        }
    }

    /// <summary>The subject's whole totals for each fold of a board.</summary>
    public ImmutableArray<SubjectTotals> TotalsFor(BoardSetup board) =>
        [.. board.Folds.Select(fold => TotalsFor(fold, board.Entrants))];

    private SubjectTotals TotalsFor(BoardFold fold, EntrantKind entrants)
    {
        if (!_totals.TryGetValue((fold.Set.Hash, fold.Dates, entrants), out var total))
        {
            total = new Total(fold, entrants);
            foreach (var sheet in _sheets.Where(sheet => fold.Dates.Contains(sheet.Key.Date)))
            {
                total.Add(sheet.Value);
            }

            _totals.Add((fold.Set.Hash, fold.Dates, entrants), total);
        }

        return new SubjectTotals(
            subject.ToString(),
            fold.Set.Hash,
            fold.Dates.Start,
            fold.Dates.End,
            book.FoldVersion + total.Version,
            [.. total.Parts.Select(part => new EntrantPart(part.Key, part.Value.ToBytes()))],
            book.FoldVersion);
    }

    /// <summary>The merge over the sheets of one fold; further sheets are merged in as they come.</summary>
    private sealed class Total(BoardFold fold, EntrantKind entrants)
    {
        private readonly Dictionary<string, Accumulators> _parts = [];

        public BoardFold Fold => fold;

        /// <summary>The sum of the sheets' versions.</summary>
        public long Version { get; private set; }

        public IReadOnlyDictionary<string, Accumulators> Parts => _parts;

        public void Add(FoldedSheet sheet)
        {
            Version += sheet.Version;
            foreach (var (entrant, accumulators) in sheet.Folded(fold.Set, entrants))
            {
                _parts[entrant] = _parts.TryGetValue(entrant, out var sum)
                    ? fold.Set.Merge(sum, accumulators)
                    : accumulators;
            }
        }
    }

    private sealed class FoldedSheet(long version, ImmutableArray<FactRow> rows, PlantBook book)
    {
        private readonly Dictionary<(string, EntrantKind), ImmutableArray<(string, Accumulators)>> _folded = [];

        public long Version => version;

        public ImmutableArray<(string Entrant, Accumulators Accumulators)> Folded(FoldSet set, EntrantKind entrants)
        {
            if (!_folded.TryGetValue((set.Hash, entrants), out var folded))
            {
                folded =
                [
                    .. rows
                        .Select(row => ScoringFacts.Of(row, book, entrants))
                        .OfType<Fact>()
                        .GroupBy(fact => fact.Entrant)
                        .Select(facts => (facts.Key, set.Fold([.. facts]))),
                ];
                _folded.Add((set.Hash, entrants), folded);
            }

            return folded;
        }
    }
}
