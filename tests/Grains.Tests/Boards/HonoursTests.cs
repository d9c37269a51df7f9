using Ganchao.Contracts.Boards;
using Ganchao.Grains.Tests.Plants;
using static Ganchao.Grains.Tests.Plants.TestPlant;

namespace Ganchao.Grains.Tests.Boards;

/// <summary>Grades and awards of a running stage, entry after entry.</summary>
public sealed class HonoursTests(PlantFixture fixture)
{
    private const string Honours =
        """

        grades:
          good: { names: 优秀, when: total >= 10 }
          plain: { names: 合格 }
        awards:
          prize: { names: 名次奖, places: { 1: 500, 2: 200 }, ties: split }
          flag: { names: 流动红旗, quota: 1, ties: each }
        """;

    [Fact]
    public async Task They_change_hands_as_entries_come()
    {
        var plant = await fixture.NewPlant().WithAsync("foundry: t0, t1, t2", Measure("pieces"));
        var board = await plant.CompeteAsync("contest", Contest.Rulebook("value") + Honours, "t0", "t1", "t2");
        await plant.EnteredAsync("t0", 2, Entry("pieces", 12));
        await plant.EnteredAsync("t1", 2, Entry("pieces", 5));

        var before = await plant.ReadProvenAsync(board);
        await plant.EnteredAsync("t1", 3, Entry("pieces", 7));
        var tied = await plant.ReadProvenAsync(board);

        Assert.Equal(["good", "plain"], before.Grades.Select(grade => grade.Id));
        Assert.Equal(["名次奖", "流动红旗"], before.Awards.Select(award => award.Names.Zh));
        Assert.Equal(
            ["t0: good, prize 500, flag", "t1: plain, prize 200", "t2: (Missing), prize (Missing), flag (Missing)"],
            before.Rows.Select(Told));
        Assert.Equal(
            ["t0: good, prize 350, flag", "t1: good, prize 350, flag", "t2: (Missing), prize (Missing), flag (Missing)"],
            tied.Rows.Select(Told));
        Assert.Equal(["t0", "t1"], BoardDelta.Between(before, tied)!.Rows.Select(row => row.Entrant).Order());
    }

    private static string Told(BoardRow row) =>
        $"{row.Entrant}: {string.Join(", ", row.Awards.Prepend(row.Grade!).Select(Told))}";

    private static string Told(BoardHonour honour) => string.Join(' ', new[]
    {
        honour.Id, honour.Money is { } money ? $"{money:0.##}" : "", honour.Mark is { } mark ? $"({mark})" : "",
    }.Where(part => part.Length > 0));
}
