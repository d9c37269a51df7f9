using Ganchao.Contracts.Boards;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;

namespace Ganchao.Contracts.Tests.Entries;

public sealed class KeyTests
{
    [Fact]
    public void A_shift_is_written_and_read_as_plant_team_date_and_kind()
    {
        var shift = new ShiftId(new PlantId("p"), new UnitId("t07"), new DateOnly(2026, 3, 2), new ShiftKind("night"));

        Assert.Equal("p/t07/2026-03-02/night", shift.ToString());
        Assert.Equal(shift, ShiftId.Parse("p/t07/2026-03-02/night"));
    }

    [Theory]
    [InlineData("p/t07/2026-03-02")]
    [InlineData("p/t07/2026-3-2/night")]
    [InlineData("p/t07/2026-02-30/night")]
    public void What_is_no_shift_is_refused(string text)
    {
        Assert.Throws<FormatException>(() => ShiftId.Parse(text));
    }

    [Theory]
    [InlineData("team/t07", SubjectKind.Team)]
    [InlineData("person/p-112", SubjectKind.Person)]
    [InlineData("branch/foundry", SubjectKind.Branch)]
    [InlineData("project/ZD-2026Q3-03", SubjectKind.Project)]
    [InlineData("machine/m1", SubjectKind.Machine)]
    public void A_subject_is_written_and_read_as_kind_and_key(string text, SubjectKind kind)
    {
        var subject = SubjectId.Parse(text, null);

        Assert.Equal(kind, subject.Kind);
        Assert.Equal(text, subject.ToString());
    }

    [Theory]
    [InlineData("t07")]
    [InlineData("crew/t07")]
    [InlineData("team/")]
    [InlineData("/t07")]
    public void What_is_no_subject_is_refused(string text)
    {
        Assert.Throws<FormatException>(() => SubjectId.Parse(text, null));
    }

    [Fact]
    public void A_board_is_written_and_read_as_plant_competition_and_stage()
    {
        var board = BoardId.Parse("p/season/2026-03");

        Assert.Equal("p/season/2026-03", board.ToString());
        Assert.Throws<FormatException>(() => BoardId.Parse("p/season"));
    }

    [Fact]
    public void A_range_of_dates_holds_its_start_and_not_its_end()
    {
        var march = new DateRange(new DateOnly(2026, 3, 1), new DateOnly(2026, 4, 1));

        Assert.True(march.Contains(new DateOnly(2026, 3, 1)));
        Assert.True(march.Contains(new DateOnly(2026, 3, 31)));
        Assert.False(march.Contains(new DateOnly(2026, 4, 1)));
    }

    [Fact]
    public void Ranges_that_only_touch_have_nothing_in_common()
    {
        var march = new DateRange(new DateOnly(2026, 3, 1), new DateOnly(2026, 4, 1));
        var april = new DateRange(new DateOnly(2026, 4, 1), new DateOnly(2026, 5, 1));

        var common = march.Intersect(april);

        Assert.Equal(common.Start, common.End);
        Assert.Equal(new DateRange(march.Start, april.End), march.Span(april));
    }
}
