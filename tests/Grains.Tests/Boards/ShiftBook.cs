using Ganchao.Contracts.Entries;
using Ganchao.Grains.Tests.Plants;
using static Ganchao.Grains.Tests.Plants.TestPlant;

namespace Ganchao.Grains.Tests.Boards;

/// <summary>What is done to a cell of a sheet.</summary>
internal enum Deed
{
    /// <summary>A figure is entered; a correction where there is one already.</summary>
    Enter,

    /// <summary>The line is voided, where there is one.</summary>
    Void,

    /// <summary>The last entry of the cell is sent once more.</summary>
    Retry,
}

/// <summary>A deed in a cell: team, day, cause.</summary>
internal sealed record Stroke(Deed Deed, int Team, int Day, int Cause, int Value);

/// <summary>Keeps a plant's sheets stroke by stroke, and knows what they should say.</summary>
internal sealed class ShiftBook(TestPlant plant)
{
    private readonly Dictionary<(int Team, int Day, int Cause), EntryForm> _current = [];

    public static string TeamOf(int team) => $"t{team}";

    /// <summary>Strokes by chance, the same for the same seed: seven of ten enter or correct.</summary>
    public static IEnumerable<Stroke> Strokes(int seed, int count, int teams)
    {
        var random = new Random(seed);
        for (var stroke = 0; stroke < count; stroke++)
        {
            var deed = random.Next(10) switch { < 7 => Deed.Enter, < 9 => Deed.Void, _ => Deed.Retry };
            yield return new Stroke(deed, random.Next(teams), random.Next(1, 8), random.Next(3), random.Next(100));
        }
    }

    /// <summary>The figures that stand: what would have been entered, had everything been right at once.</summary>
    public IEnumerable<Stroke> Standing => _current
        .Where(cell => cell.Value.Value is not null)
        .Select(cell => new Stroke(
            Deed.Enter, cell.Key.Team, cell.Key.Day, cell.Key.Cause, (int)cell.Value.Value!.Value));

    public decimal TotalOf(int team) => Standing.Where(stroke => stroke.Team == team).Sum(stroke => stroke.Value);

    public async Task WriteAsync(IEnumerable<Stroke> strokes)
    {
        foreach (var stroke in strokes)
        {
            await WriteAsync(stroke);
        }
    }

    public async Task WriteAsync(Stroke stroke)
    {
        var cell = (stroke.Team, stroke.Day, stroke.Cause);
        var known = _current.GetValueOrDefault(cell);
        var entry = (stroke.Deed, known) switch
        {
            (Deed.Enter, null) => Entry("pieces", stroke.Value) with { Detail = $"cause-{stroke.Cause}" },
            (Deed.Enter, _) => Correction(known, stroke.Value),
            (Deed.Void, not null) => Correction(known, null),
            _ => known,
        };
        if (entry is not null)
        {
            _current[cell] = await plant.EnteredAsync(TeamOf(stroke.Team), stroke.Day, entry);
        }
    }
}
