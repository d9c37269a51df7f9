using Ganchao.Silo.Hosting;

namespace Ganchao.Silo.Tests.Hosting;

public class DeskStartTests
{
    [Theory]
    [InlineData("", true, true, true)]
    [InlineData("--urls=http://127.0.0.1:80", true, true, false)]
    [InlineData("", true, false, false)]    // a Windows service
    [InlineData("", false, true, false)]    // Linux
    public void A_double_click_is_a_start_on_windows_by_somebody_without_a_word(
        string words, bool isWindows, bool isInteractive, bool isDesk) => Assert.Equal(
            isDesk, DeskStart.IsDesk(words.Split(' ', StringSplitOptions.RemoveEmptyEntries), isWindows, isInteractive));

    [Theory]
    [InlineData("http://0.0.0.0:5080", "http://localhost:5080/")]
    [InlineData("http://[::]:5080", "http://localhost:5080/")]
    [InlineData("http://10.0.0.5:5080", "http://10.0.0.5:5080/")]
    public void The_browser_is_opened_where_this_machine_finds_the_system(string bound, string opened) =>
        Assert.Equal(opened, DeskStart.HereOf(bound).AbsoluteUri);

    [Fact]
    public void The_window_tells_phones_the_address_shows_a_code_and_opens_the_browser_once()
    {
        var output = new StringWriter();
        var opened = new List<Uri>();

        DeskStart.Welcome(["http://ganchao.works:5080"], output, opened.Add);

        Assert.Contains("手机看 phone: http://ganchao.works:5080/", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("█", output.ToString(), StringComparison.Ordinal);
        Assert.Equal(["http://ganchao.works:5080/"], opened.Select(address => address.AbsoluteUri));
    }

    [Fact]
    public void Where_no_phone_finds_the_system_no_code_is_shown()
    {
        var output = new StringWriter();

        DeskStart.Welcome(["http://127.0.0.1:5080"], output, _ => { });

        Assert.DoesNotContain("█", output.ToString(), StringComparison.Ordinal);
    }
}
