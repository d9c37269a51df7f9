using System.Collections.Concurrent;
using Ganchao.Contracts.Identity;
using Ganchao.Grains.Ledger;

namespace Ganchao.Grains.Registers;

/// <summary>The books of all plants, one cache per silo; the tail reader keeps them current.</summary>
public interface IPlantBooks
{
    /// <summary>The book as this silo knows it; read from the ledger the first time.</summary>
    ValueTask<PlantBook> ReadAsync(PlantId plant, CancellationToken cancellationToken);

    /// <summary>The book as the ledger has it now; use before refusing something as unknown.</summary>
    Task<PlantBook> RefreshAsync(PlantId plant, CancellationToken cancellationToken);
}

/// <inheritdoc />
public sealed class PlantBooks(ILedger ledger) : IPlantBooks
{
    /// <summary>The streams that a book is made of.</summary>
    internal static readonly StreamKind[] Kinds = [.. Enum.GetValues<StreamKind>().Where(PlantBook.Holds)];

    private readonly ConcurrentDictionary<PlantId, PlantBook> _books = new();

    public async ValueTask<PlantBook> ReadAsync(PlantId plant, CancellationToken cancellationToken) =>
        _books.TryGetValue(plant, out var book) ? book : await RefreshAsync(plant, cancellationToken);

    public async Task<PlantBook> RefreshAsync(PlantId plant, CancellationToken cancellationToken)
    {
        var book = _books.GetValueOrDefault(plant) ?? new PlantBook(plant);
        var position = await ledger.ReadPositionAsync(plant, cancellationToken);
        if (position == book.Position)
        {
            return _books.GetOrAdd(plant, book);
        }

        var news = await ledger.ReadKindsAsync(plant, Kinds, book.Position, cancellationToken);
        var newest = news.Aggregate(book, (current, stored) => current.Apply(stored));
        newest = newest with { Position = Math.Max(position, newest.Position) };
        return _books.AddOrUpdate(plant, newest, (_, known) => known.Position >= newest.Position ? known : newest);
    }
}
