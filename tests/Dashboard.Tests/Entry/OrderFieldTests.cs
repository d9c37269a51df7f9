using Ganchao.Client.Wording;
using Ganchao.Contracts.Identity;
using Microsoft.AspNetCore.Http;
using static Ganchao.Dashboard.Tests.Boards.PageRendering;

namespace Ganchao.Dashboard.Tests.Entry;

/// <summary>A work order that is scanned brings its field to the form.</summary>
public sealed class OrderFieldTests
{
    private const string OrderedKey = "pieces~1~W-1205";

    [Theory]
    [InlineData("order")]
    [InlineData("check")]
    public async Task A_known_order_adds_a_field_that_has_the_focus_and_keeps_what_was_typed(string step)
    {
        var page = new EntryRendering(new FewShifts());

        var html = await page.PostAsync(Fields(step, ("order", "W-1205")));

        Assert.Equal(StatusCodes.Status200OK, page.Http.Response.StatusCode);
        Assert.Contains("name=\"v:pieces~1~2\" value=\"12\"", html);
        Assert.Matches($"name=\"v:{OrderedKey}\"[^>]*autofocus", html);
        Assert.Contains("工作令 W-1205", html);
        Assert.DoesNotContain("value=\"W-1205\" data-scan", html);
    }

    [Fact]
    public async Task Its_figure_is_checked_and_sent_like_others()
    {
        var desk = new FewShifts();
        var id = FewShifts.Id(9).ToString();
        (string, string)[] typed = [($"id:{OrderedKey}", id), ($"v:{OrderedKey}", "3")];

        var check = await new EntryRendering(desk).PostAsync(Fields("check", typed));
        await new EntryRendering(desk).PostAsync(Fields("submit", typed));

        Assert.Contains("烧结机台车体|完工件数(件)|3|更改", TextOf(check));
        Assert.Equal(
            (id, (WorkOrderNumber?)FewShifts.OtherOrder, (decimal?)3, "件"),
            (desk.Entered[1].Id.ToString(), desk.Entered[1].WorkOrder, desk.Entered[1].Value, desk.Entered[1].Unit));
    }

    [Theory]
    [InlineData("W-1206", Language.Chinese, "没有工作令“W-1206”。最接近的是:W-1205。")]
    [InlineData("W-1206", Language.English, "There is no work order “W-1206”. The nearest are: W-1205.")]
    [InlineData("nonsense", Language.Chinese, "没有工作令“nonsense”。")]
    public async Task An_unknown_order_is_refused_with_the_nearest_known(string typed, Language language, string says)
    {
        var page = new EntryRendering(new FewShifts(), language);

        var html = await page.PostAsync(Fields("order", ("order", typed)));

        Assert.Equal(StatusCodes.Status422UnprocessableEntity, page.Http.Response.StatusCode);
        Assert.Contains($"<p class=\"problem\" id=\"order-problem\">{says}</p>", html);
        Assert.Contains($"name=\"order\" value=\"{typed}\" data-scan=\"order\"", html);
        Assert.Contains("name=\"v:pieces~1~2\" value=\"12\"", html);
    }

    [Fact]
    public async Task Fields_for_codes_suit_a_scanner()
    {
        var html = await new EntryRendering(new FewShifts()).PostAsync(Fields("more"));

        Assert.Matches("name=\"record:1\"[^>]*data-scan[^>]*inputmode=\"text\"[^>]*autocapitalize=\"off\"", html);
        Assert.Matches("name=\"order\"[^>]*inputmode=\"text\"[^>]*autocapitalize=\"off\"", html);
    }

    private static (string, string)[] Fields(string step, params (string, string)[] more) =>
        [("id:pieces~1~2", FewShifts.Id(8).ToString()), ("v:pieces~1~2", "12"), ("event", "none"), ("step", step), .. more];
}
