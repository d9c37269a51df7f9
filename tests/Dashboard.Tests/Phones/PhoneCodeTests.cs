using Ganchao.Dashboard.Boards;
using Ganchao.Dashboard.Tests.Boards;

namespace Ganchao.Dashboard.Tests.Phones;

public class PhoneCodeTests
{
    [Fact]
    public async Task The_start_page_has_a_code_for_phones()
    {
        var html = await new PageRendering(new FewBoards()).RenderAsync<BoardListPage>();

        Assert.Contains("手机看", html);
        Assert.Contains("aria-label=\"http://10.0.0.5:5080/\"", html);
        Assert.Contains("<path d=\"M", html);
    }

    [Fact]
    public async Task Where_no_phone_reaches_the_system_the_page_says_so()
    {
        var html = await new PageRendering(new FewBoards()) { PhoneAddress = null }.RenderAsync<BoardListPage>();

        Assert.Contains("系统目前只对这台电脑开放", html);
        Assert.DoesNotContain("<path", html);
    }
}
