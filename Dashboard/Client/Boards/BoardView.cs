using Ganchao.Contracts;
using Ganchao.Contracts.Boards;
using Ganchao.Contracts.Entries;

namespace Ganchao.Client.Boards;

/// <summary>What a board is called.</summary>
/// <param name="Board">plant/competition/stage.</param>
/// <param name="Plant">The plant.</param>
/// <param name="Competition">The competition.</param>
/// <param name="Stage">The stage.</param>
/// <param name="Dates">The stage's production dates.</param>
public sealed record BoardListItem(BoardId Board, Names Plant, Names Competition, Names Stage, DateRange Dates);

/// <summary>A board with what its page says around it.</summary>
/// <param name="Item">What the board is called.</param>
/// <param name="UtcOffset">The plant's, so that times read as on the plant's own clocks.</param>
/// <param name="Frame">The standing.</param>
public sealed record BoardView(BoardListItem Item, TimeSpan UtcOffset, BoardFrame Frame);
