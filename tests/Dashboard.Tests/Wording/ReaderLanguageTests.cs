using Ganchao.Dashboard.Wording;
using Microsoft.AspNetCore.Http;

namespace Ganchao.Dashboard.Tests.Wording;

public class ReaderLanguageTests
{
    [Theory]
    [InlineData("", null, "zh-CN")]
    [InlineData("", "en-GB,zh;q=0.5", "en")]
    [InlineData("", "zh;q=0.5,en;q=0.8", "en")]
    [InlineData("", "fr,zh-TW;q=0.7,en;q=0.3", "zh-CN")]
    [InlineData("", "fr", "zh-CN")]
    [InlineData("", "*", "zh-CN")]
    [InlineData("", "???;;q=x", "zh-CN")]
    [InlineData("?lang=en", "zh-CN", "en")]
    [InlineData("?lang=zh", "en", "zh-CN")]
    [InlineData("?lang=tlh", "en", "en")]
    public void The_address_decides_then_the_browser(string query, string? accepted, string tag) =>
        Assert.Equal(tag, RequestLanguage.Of(Request(query, accepted)).Tag);

    [Fact]
    public void Links_keep_a_chosen_language_and_leave_others_to_the_next_reader()
    {
        Assert.Equal("/board/a?lang=en", RequestLanguage.Of(Request("?lang=en", null)).Link("/board/a"));
        Assert.Equal("/board/a", RequestLanguage.Of(Request("", "en")).Link("/board/a"));
        Assert.Equal("/?lang=zh", RequestLanguage.Of(Request("", "en")).LinkToOther("/"));
    }

    private static HttpRequest Request(string query, string? accepted)
    {
        var request = new DefaultHttpContext().Request;
        request.QueryString = new QueryString(query);
        request.Headers.AcceptLanguage = accepted;
        return request;
    }
}
