using Ganchao.Dashboard.Blanks;
using Ganchao.Dashboard.Tests.Entry;

namespace Ganchao.Dashboard.Tests.Blanks;

public sealed class DueSheetTests
{
    [Theory]
    [InlineData(false, DueState.NotOver)]
    [InlineData(true, DueState.Missing)]
    public async Task An_empty_sheet_is_missing_once_its_shift_is_over(bool isOver, DueState state) =>
        Assert.Equal(state, await SheetAsync(new FewShifts(), isOver));

    [Fact]
    public async Task A_filled_one_is_entered_whether_its_shift_is_over_or_not() =>
        Assert.Equal(DueState.Entered, await SheetAsync(new FewShifts { IsFilled = true }, isOver: false));

    private static async Task<DueState> SheetAsync(FewShifts shifts, bool isOver)
    {
        var form = (await shifts.ReadAsync(FewShifts.Shift, TestContext.Current.CancellationToken)).Form!;
        return new DueSheet(form, default, default, isOver).State;
    }
}
