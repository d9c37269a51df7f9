using System.Collections.Concurrent;
using System.Collections.Immutable;
using Ganchao.Contracts.Identity;
using Ganchao.Grains.Registers;

namespace Ganchao.Grains.Boards;

/// <summary>The boards of every plant, worked out once per version of the plant's book.</summary>
internal sealed class BoardSetups(RulebookShelf shelf)
{
    private readonly ConcurrentDictionary<PlantId, (long FoldVersion, ImmutableArray<BoardSetup> Boards)> _known = new();

    public RulebookShelf Shelf => shelf;

    public ImmutableArray<BoardSetup> Of(PlantBook book)
    {
        if (_known.TryGetValue(book.Plant, out var known) && known.FoldVersion == book.FoldVersion)
        {
            return known.Boards;
        }

        var boards = BoardSetup.All(book, shelf);
        _known[book.Plant] = (book.FoldVersion, boards);
        return boards;
    }
}
