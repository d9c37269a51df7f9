namespace Ganchao.Contracts.Boards;

/// <summary>What changed from one frame of a board to a later one of the same epoch.</summary>
/// <param name="Board">plant/competition/stage.</param>
/// <param name="Epoch">The epoch of both frames.</param>
/// <param name="FromSeq">The frame that it must be put on; on any other it is worthless.</param>
/// <param name="Seq">The frame that comes out.</param>
/// <param name="ServerTime">When the later frame was made.</param>
/// <param name="AsOf">The production date that the later frame is judged at.</param>
/// <param name="Position">The ledger position up to which the later frame is known to be complete.</param>
/// <param name="Rows">The rows that are new or differ.</param>
/// <param name="Order">The entrants in the order of the later frame; null where it is that of the earlier one.</param>
public sealed record BoardDelta(
    string Board,
    long Epoch,
    long FromSeq,
    long Seq,
    DateTimeOffset ServerTime,
    DateOnly AsOf,
    long Position,
    IReadOnlyList<BoardRow> Rows,
    IReadOnlyList<string>? Order)
{
    /// <summary>Null where more than rows has changed: then the later frame itself is to be sent.</summary>
    public static BoardDelta? Between(BoardFrame from, BoardFrame to)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        if (!from.HasSameHead(to))
        {
            return null;
        }

        var known = from.Rows.ToDictionary(row => row.Entrant, StringComparer.Ordinal);
        var order = to.Rows.Select(row => row.Entrant).ToArray();
        return new BoardDelta(
            to.Board, to.Epoch, from.Seq, to.Seq, to.ServerTime, to.AsOf, to.Position,
            [.. to.Rows.Where(row => !known.TryGetValue(row.Entrant, out var old) || !row.SameAs(old))],
            order.SequenceEqual(from.Rows.Select(row => row.Entrant)) ? null : order);
    }

    /// <summary>The later frame; null where <paramref name="frame"/> is not the one that this follows.</summary>
    public BoardFrame? On(BoardFrame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        if (frame.Board != Board || frame.Epoch != Epoch || frame.Seq != FromSeq)
        {
            return null;
        }

        var rows = frame.Rows.ToDictionary(row => row.Entrant, StringComparer.Ordinal);
        foreach (var row in Rows)
        {
            rows[row.Entrant] = row;
        }

        var order = Order ?? [.. frame.Rows.Select(row => row.Entrant)];
        return frame with
        {
            Seq = Seq,
            ServerTime = ServerTime,
            AsOf = AsOf,
            Position = Position,
            Rows = [.. order.Select(entrant => rows[entrant])],
        };
    }
}

/// <summary>Sent every few seconds even where nothing has changed: the board is being watched over.</summary>
/// <param name="Board">plant/competition/stage.</param>
/// <param name="Epoch">The last frame's; whoever holds another asks for a snapshot.</param>
/// <param name="Seq">The last frame's.</param>
/// <param name="ServerTime">When the standing said so.</param>
/// <param name="Build">The version of the pages that the server serves; a page of another one loads itself again.</param>
public sealed record BoardHeartbeat(string Board, long Epoch, long Seq, DateTimeOffset ServerTime, string Build);
