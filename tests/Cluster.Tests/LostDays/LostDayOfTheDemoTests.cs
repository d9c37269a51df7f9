using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Ganchao.Cluster.Tests.Demo;
using Ganchao.Cluster.Tests.Entry;

namespace Ganchao.Cluster.Tests.LostDays;

/// <summary>One person, a pile of paper: the first day of the demo plant, every shift of it, entered back.</summary>
public sealed partial class LostDayOfTheDemoTests(ITestOutputHelper output)
{
    [Fact]
    public async Task One_person_enters_it_back_within_fifteen_minutes_of_clicks_counted()
    {
        await using var play = new DemoPlay();
        await using var silo = await play.StartReadyAsync(DemoPlay.Slow);
        using var phone = new Phone(silo.Address);
        var day = string.Create(CultureInfo.InvariantCulture, $"/entry/day?plant=works&date={play.Season.Day(1):yyyy-MM-dd}");
        var page = await phone.GetAsync(day);
        var work = new CountedWork();

        var typed = TypedFrom(page, work);
        var check = await phone.PressAsync(page, "check", typed);
        work.Press();
        Assert.True(check.Status == HttpStatusCode.OK, check.Text);
        var explained = Unusual().Matches(check.Html).Select(mark => mark.Groups["key"].Value).SelectMany(key =>
        {
            work.Explain();
            return new[] { ($"ok:{key}", "yes"), ($"why:{key}", "与纸上一致") };
        }).ToArray();
        var sent = await phone.PressAsync(check, "submit", explained);
        work.Press();

        output.WriteLine(work.ToString());
        Assert.True(sent.Status == HttpStatusCode.SeeOther, sent.Text);
        Assert.True(work.Sheets >= 17, $"{work}");
        Assert.DoesNotContain("缺报", (await phone.GetAsync(day)).Text);
        Assert.True(work.Time < TimeSpan.FromMinutes(15), $"{work}");
    }

    // What the paper would say: each figure that the team had in its last shift, a number for each heat, the time.
    private static (string Name, string Value)[] TypedFrom(Phone.Page page, CountedWork work)
    {
        var typed = new List<(string, string)>();
        foreach (var section in page.Html.Split("<section")[1..])
        {
            work.TurnSheet();
            foreach (Match row in Row().Matches(section))
            {
                var name = row.Groups["name"].Value;
                var last = Last().Match(row.Value);
                var text = name.StartsWith("record:", StringComparison.Ordinal) ? $"2611-{typed.Count + 100}"
                    : name.StartsWith("at:", StringComparison.Ordinal) ? "15:45"
                    : last.Success ? last.Groups["figure"].Value.Replace(",", "", StringComparison.Ordinal)
                    : "";
                work.Type(text);
                if (text.Length > 0)
                {
                    typed.Add((name, text));
                }
            }
        }

        return [.. typed];
    }

    [GeneratedRegex("<tr>((?!</tr>).)*<input type=\"text\"[^>]* name=\"(?<name>[^\"]*)\"((?!</tr>).)*</tr>", RegexOptions.Singleline)]
    private static partial Regex Row();

    [GeneratedRegex("上一[班炉] (?<figure>[0-9.,]+)")]
    private static partial Regex Last();

    [GeneratedRegex(" name=\"ok:(?<key>[^\"]*)\"")]
    private static partial Regex Unusual();
}
