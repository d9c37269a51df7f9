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

    public PlantBook Book => book;

    /// <summary>The version of a sheet as known here; 0 where it is not.</summary>
    public long VersionOf(StreamId sheet) =>
        _sheets.Where(pair => pair.Key.Sheet == sheet).Select(pair => pair.Value.Version).DefaultIfEmpty().Max();

    /// <summary>Takes the whole rows about the subject of one or many sheets, where they are newer than those known.</summary>
    public void Put(IEnumerable<FactRow> rows)
    {
        foreach (var sheet in rows.Where(row => row.Subject == subject).GroupBy(row => (row.Stream, row.Date)))
        {
            var version = sheet.Max(row => row.Seq);
            if (!_sheets.TryGetValue(sheet.Key, out var known) || known.Version < version)
            {
                _sheets[sheet.Key] = new FoldedSheet(version, [.. sheet], book);
            }
        }
    }

    /// <summary>The subject's whole totals for each fold of a board.</summary>
    public ImmutableArray<SubjectTotals> TotalsFor(BoardSetup board) =>
        [.. board.Folds.Select(fold => TotalsFor(fold, board.Entrants))];

    private SubjectTotals TotalsFor(BoardFold fold, EntrantKind entrants)
    {
        var version = book.FoldVersion;
        var parts = new Dictionary<string, Accumulators>();
        foreach (var (key, sheet) in _sheets)
        {
            if (!fold.Dates.Contains(key.Date))
            {
                continue;
            }

            version += sheet.Version;
            foreach (var (entrant, accumulators) in sheet.Folded(fold.Set, entrants))
            {
                parts[entrant] = parts.TryGetValue(entrant, out var sum)
                    ? fold.Set.Merge(sum, accumulators)
                    : accumulators;
            }
        }

        return new SubjectTotals(
            subject.ToString(),
            fold.Set.Hash,
            fold.Dates.Start,
            fold.Dates.End,
            version,
            [.. parts.Select(part => new EntrantPart(part.Key, part.Value.ToBytes()))],
            book.FoldVersion);
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
