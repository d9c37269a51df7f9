using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Ganchao.Contracts.Boards;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Json;

namespace Ganchao.Silo.Ledger;

/// <summary>
/// The saved standings of both databases: the statements, and a frame as their parameters. Document 0 of a stage is the
/// current frame, replaced at each reconciliation; final documents follow from 1 and stay.
/// </summary>
internal static class StandingRecords
{
    public const string Replace =
        """
        insert into standing (plant, competition, stage, number, kind, epoch, position, as_of, rulebook_hash, document, hash)
        values (@Plant, @Competition, @Stage, 0, 'current', @Epoch, @Position, @AsOf, @RulebookHash, @Document, @Hash)
        on conflict (plant, competition, stage, number) do update set
            epoch = excluded.epoch, position = excluded.position, as_of = excluded.as_of,
            rulebook_hash = excluded.rulebook_hash, document = excluded.document, hash = excluded.hash
        """;

    // Two that decide at once take the same number, and one of them is refused by the key.
    public const string InsertFinal =
        """
        insert into standing (plant, competition, stage, number, kind, epoch, position, as_of, rulebook_hash, document, hash)
        values (@Plant, @Competition, @Stage, @Number, 'final', @Epoch, @Position, @AsOf, @RulebookHash, @Document, @Hash)
        """;

    public const string NextNumber =
        """
        select coalesce(max(number), 0) + 1 from standing
        where plant = @Plant and competition = @Competition and stage = @Stage
        """;

    public const string ReadFinal =
        """
        select document from standing
        where plant = @Plant and competition = @Competition and stage = @Stage and number > 0 and hash = @Hash
        order by number
        limit 1
        """;

    public const string DeleteRows =
        """
        delete from standing_row
        where plant = @Plant and competition = @Competition and stage = @Stage and number = 0
        """;

    public const string InsertRow =
        """
        insert into standing_row (plant, competition, stage, number, division, entrant, place, row)
        values (@Plant, @Competition, @Stage, @Number, @Division, @Entrant, @Place, @Row)
        """;

    public const string Read =
        """
        select document from standing
        where plant = @Plant and competition = @Competition and stage = @Stage and number = 0
        """;

    public const string ReadBoards =
        "select competition as Competition, stage as Stage from standing where plant = @Plant and number = 0";

    public const string ReadAll =
        """
        select plant as Plant, competition as Competition, stage as Stage, number as Number, epoch as Epoch,
            position as Position, as_of as AsOf, rulebook_hash as RulebookHash, document as Document, hash as Hash
        from standing
        order by plant, competition, stage, number
        """;

    public const string ReadRows =
        """
        select plant as Plant, competition as Competition, stage as Stage, number as Number, division as Division,
            entrant as Entrant, place as Place, row as Row
        from standing_row
        where plant = @Plant and competition = @Competition and stage = @Stage and number = @Number
        """;

    public const string DropRows = "delete from standing_row where plant = @Plant and number = 0";

    public const string Drop = "delete from standing where plant = @Plant and number = 0";

    public static object Key(BoardId board) => new
    {
        Plant = board.Plant.Value,
        Competition = board.Competition.Value,
        Stage = board.Stage.Value,
    };

    public static object FinalKey(BoardId board, string hash) => new
    {
        Plant = board.Plant.Value,
        Competition = board.Competition.Value,
        Stage = board.Stage.Value,
        Hash = Convert.FromHexString(hash),
    };

    public static SavedDocument Document(BoardId board, BoardFrame frame, long number = 0)
    {
        var document = JsonSerializer.Serialize(frame, GanchaoJson.Options);
        return new SavedDocument
        {
            Plant = board.Plant.Value,
            Competition = board.Competition.Value,
            Stage = board.Stage.Value,
            Number = number,
            Epoch = frame.Epoch,
            Position = frame.Position,
            AsOf = (long)frame.AsOf.DayNumber,
            RulebookHash = Convert.FromHexString(frame.Rulebook),
            Document = document,
            Hash = HashOf(document),
        };
    }

    public static byte[] HashOf(string document) => SHA256.HashData(Encoding.UTF8.GetBytes(document));

    public static IReadOnlyList<SavedRow> Rows(BoardId board, BoardFrame frame, long number = 0) =>
    [
        .. frame.Rows.Select(row => new SavedRow
        {
            Plant = board.Plant.Value,
            Competition = board.Competition.Value,
            Stage = board.Stage.Value,
            Number = number,
            Division = row.Division ?? "",
            Entrant = row.Entrant,
            Place = row.Place is { } place ? DecimalTextConverter.Normal(place) : null,
            Row = JsonSerializer.Serialize(row, GanchaoJson.Options),
        }),
    ];

    public static BoardFrame Frame(string document) =>
        JsonSerializer.Deserialize<BoardFrame>(document, GanchaoJson.Options)!;

    /// <summary>The frame of a final document; null where the document is not what was hashed.</summary>
    public static BoardFrame? FinalFrame(string document, string hash) =>
        Convert.ToHexStringLower(HashOf(document)) == hash ? Frame(document) : null;

    /// <summary>A frame as a row of standings.</summary>
    public sealed record SavedDocument
    {
        public required string Plant { get; init; }

        public required string Competition { get; init; }

        public required string Stage { get; init; }

        public required long Number { get; init; }

        public required long Epoch { get; init; }

        public required long Position { get; init; }

        public required long AsOf { get; init; }

        public required byte[] RulebookHash { get; init; }

        public required string Document { get; init; }

        public required byte[] Hash { get; init; }
    }

    /// <summary>An entrant's row as it is saved beside the document.</summary>
    public sealed record SavedRow
    {
        public required string Plant { get; init; }

        public required string Competition { get; init; }

        public required string Stage { get; init; }

        public required long Number { get; init; }

        public required string Division { get; init; }

        public required string Entrant { get; init; }

        public required string? Place { get; init; }

        public required string Row { get; init; }
    }

    /// <summary>A board's key as read.</summary>
    public sealed record BoardRecord(string Competition, string Stage)
    {
        public BoardId Of(PlantId plant) => new(plant, new CompetitionId(Competition), new StageCode(Stage));
    }
}
