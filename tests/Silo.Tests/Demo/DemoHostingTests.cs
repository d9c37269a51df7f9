using Ganchao.Silo.Demo;

namespace Ganchao.Silo.Tests.Demo;

public sealed class DemoHostingTests
{
    [Fact]
    public void The_switch_stands_for_its_setting_and_takes_no_word_after_it() =>
        Assert.Equal(
            ["--Ganchao:Demo=true", "--urls", "http://0.0.0.0:5080"],
            DemoHosting.Arguments(["--demo", "--urls", "http://0.0.0.0:5080"]));

    [Theory]
    [InlineData("http://127.0.0.1:5080", false)]
    [InlineData("http://localhost:5080", false)]
    [InlineData("http://[::1]:5080", false)]
    [InlineData("http://0.0.0.0:5080", true)]
    [InlineData("http://[::]:5080", true)]
    [InlineData("http://+:5080", true)]
    [InlineData("http://10.0.0.7:5080", true)]
    public void An_address_that_other_machines_reach_is_told_apart(string address, bool expected) =>
        Assert.Equal(expected, DemoGreeting.IsOpenToNetwork(address));
}
