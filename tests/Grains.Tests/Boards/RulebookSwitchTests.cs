using Ganchao.Contracts.Boards;
using Ganchao.Contracts.Competitions;
using Ganchao.Contracts.Registers;
using Ganchao.Grains.Registers;
using Ganchao.Grains.Tests.Plants;
using static Ganchao.Grains.Tests.Plants.TestPlant;

namespace Ganchao.Grains.Tests.Boards;

public sealed class RulebookSwitchTests(PlantFixture fixture)
{
    private const int Teams = 4;

    private static readonly string[] Rulebooks = [Contest.Rulebook("value * 2"), Contest.Rulebook("value * 7")];

    private static readonly Dictionary<string, decimal> Factors = new()
    {
        [PlantBook.HashOf(Contest.Rulebook("value"))] = 1m,
        [PlantBook.HashOf(Rulebooks[0])] = 2m,
        [PlantBook.HashOf(Rulebooks[1])] = 7m,
    };

    [Fact]
    public async Task While_entries_go_on_a_new_rulebook_holds_for_every_row_of_a_frame_or_for_none()
    {
        var (plant, board) = await fixture.ContestAsync(Teams);
        var book = new ShiftBook(plant);
        fixture.Hints.Decide(plant.Id.Value, new SeededFates(21, 10, 10, 10).Next);
        await plant.RecordAsync(RegisterName.Rulebooks, [.. Rulebooks.Select(Line)]);
        var frames = new List<BoardFrame>();

        var work = Task.WhenAll(book.WriteAsync(ShiftBook.Strokes(21, 150, Teams)), SwitchAsync(plant, 12));
        while (!work.IsCompleted)
        {
            frames.Add(await plant.ReadAsync(board));
        }

        await work;
        frames.Add(await plant.ReadProvenAsync(board));
        Assert.All(frames, frame => Assert.All(
            frame.Rows, row => Assert.Equal(row.Cells[0].Value * Factors[frame.Rulebook], row.Cells[0].Points)));
        Assert.All(frames, frame => Assert.Equal(Teams, frame.Rows.Count));
        Assert.Equal(frames.Select(frame => (frame.Epoch, frame.Seq)).Order(), frames.Select(frame => (frame.Epoch, frame.Seq)));
        Assert.Equal(PlantBook.HashOf(Rulebooks[1]), frames[^1].Rulebook);
        Assert.All(
            Enumerable.Range(0, Teams),
            team => Assert.Equal(book.TotalOf(team), Value(frames[^1], ShiftBook.TeamOf(team))));
    }

    [Fact]
    public async Task A_rulebook_that_folds_otherwise_is_complete_in_its_first_frame()
    {
        var (plant, board) = await fixture.ContestAsync(1);
        await plant.EnteredAsync("t0", 2, Entry("pieces", 7));
        await plant.EnteredAsync("t0", 3, Entry("pieces", 5));
        await plant.ReadProvenAsync(board);

        await plant.AdoptAsync("contest", Contest.Rulebook("value").Replace("sum(件数)", "max(件数)", StringComparison.Ordinal));

        Assert.Equal(7m, Value(await plant.ReadAsync(board), "t0"));
    }

    private static RulebookLine Line(string text) => new() { Id = Guid.NewGuid(), Code = "contest", Text = text };

    private static async Task SwitchAsync(TestPlant plant, int times)
    {
        for (var time = 0; time < times; time++)
        {
            var answer = await plant.TryRecordCompetitionAsync(
                "contest",
                new RulebookAdoptedLine { Id = Guid.NewGuid(), Rulebook = PlantBook.HashOf(Rulebooks[time % Rulebooks.Length]) });
            Assert.Empty(answer.Refusals);
        }
    }
}
