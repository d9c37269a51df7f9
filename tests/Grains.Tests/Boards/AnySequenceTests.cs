using CsCheck;
using Ganchao.Grains.Tests.Plants;
using static Ganchao.Grains.Tests.Plants.TestPlant;

namespace Ganchao.Grains.Tests.Boards;

public sealed class AnySequenceTests(PlantFixture fixture)
{
    private const int Teams = 3;

    private static readonly Gen<Stroke[]> Strokes = (
        from deed in Gen.Int[0, 9]
        from team in Gen.Int[0, Teams - 1]
        from day in Gen.Int[1, 3]
        from cause in Gen.Int[0, 1]
        from value in Gen.Int[0, 100]
        select new Stroke(deed < 6 ? Deed.Enter : deed < 8 ? Deed.Void : Deed.Retry, team, day, cause, value)).Array[1, 30];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 15)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Whatever_is_entered_corrected_and_voided_the_board_is_as_if_all_had_been_right_at_once(int seed)
    {
        var strokes = Strokes.Generate(new PCG(1, (ulong)seed), null, out _);
        var (plant, board) = await fixture.ContestAsync(Teams);
        var book = new ShiftBook(plant);
        fixture.Hints.Decide(plant.Id.Value, new SeededFates(seed, 20, 20, 20).Next);

        await book.WriteAsync(strokes);
        var corrected = await plant.ReadProvenAsync(board);
        await fixture.Hints.ReleaseAsync(plant.Id.Value);

        var (other, otherBoard) = await fixture.ContestAsync(Teams);
        await new ShiftBook(other).WriteAsync(book.Standing);
        Assert.Equal(Rows(await other.ReadProvenAsync(otherBoard)), Rows(corrected));
        Assert.Equal(Rows(corrected), Rows(await plant.ReadProvenAsync(board)));
    }
}
