using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Ganchao.Contracts.Boards;

namespace Ganchao.Silo.Ledger.Verify;

/// <summary>
/// Whether each saved standing agrees with itself: document, hash, columns and rows; and whether the document of each
/// final stage is there as it was decided on. Whether a current one's figures are right is for the recount to say.
/// </summary>
/// <param name="positions">Each plant's last position.</param>
/// <param name="decided">What the ledger says is final.</param>
internal sealed class SavedStandings(IReadOnlyDictionary<string, long> positions, DecidedStages decided)
{
    public async IAsyncEnumerable<Finding> FindAsync(
        ILedgerSnapshot snapshot, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var standings = await snapshot.ReadStandingsAsync(cancellationToken);
        foreach (var missing in decided.Missing(standings))
        {
            yield return missing;
        }

        foreach (var standing in standings)
        {
            if (!SHA256.HashData(Encoding.UTF8.GetBytes(standing.Document)).AsSpan().SequenceEqual(standing.Hash))
            {
                yield return Different(standing, "document or hash was changed");
            }

            if (standing.Position > positions.GetValueOrDefault(standing.Plant))
            {
                yield return Different(standing, "the ledger ends before this position");
            }

            if (TryRead(standing) is not { } frame)
            {
                yield return Different(standing, "the document cannot be read");
                continue;
            }

            foreach (var what in WrongColumns(standing, frame).Concat(
                WrongRows(standing, frame, await snapshot.ReadStandingRowsAsync(standing, cancellationToken))))
            {
                yield return Different(standing, what);
            }
        }
    }

    private static BoardFrame? TryRead(RawStanding standing)
    {
        try
        {
            return StandingRecords.Frame(standing.Document);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static IEnumerable<string> WrongColumns(RawStanding standing, BoardFrame frame)
    {
        if (frame.Board != BoardOf(standing))
        {
            yield return $"the document is about {frame.Board}";
        }

        if ((frame.Epoch, frame.Position, frame.AsOf.DayNumber) != (standing.Epoch, standing.Position, standing.AsOf) ||
            frame.Rulebook != Convert.ToHexStringLower(standing.RulebookHash))
        {
            yield return "a column that repeats what the document says differs from it";
        }
    }

    private static IEnumerable<string> WrongRows(
        RawStanding standing, BoardFrame frame, IReadOnlyList<StandingRecords.SavedRow> rows)
    {
        var expected = StandingRecords.Rows(BoardId.Parse(frame.Board), frame, standing.Number).ToHashSet();
        expected.SymmetricExceptWith(rows);
        return expected
            .Select(row => row.Entrant)
            .Distinct()
            .Order(StringComparer.Ordinal)
            .Select(entrant => $"the row of entrant {entrant} is not the document's");
    }

    private static string BoardOf(RawStanding standing) => $"{standing.Plant}/{standing.Competition}/{standing.Stage}";

    private static Finding Different(RawStanding standing, string what) => new(
        FindingKind.StandingDifferent, standing.Plant, BoardOf(standing), 0, standing.Position, what);
}
