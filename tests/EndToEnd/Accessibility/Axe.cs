using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Ganchao.EndToEnd.Accessibility;

/// <summary>The rules of WCAG 2.2 at levels A and AA, as far as a program can judge them.</summary>
internal static class Axe
{
    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
    };

    public static async Task AssertNothingIsWrongAsync(IPage page, string what)
    {
        var result = await page.RunAxe(Rules);

        Assert.True(result.Violations.Length == 0, $"{what}:\n{string.Join('\n', result.Violations.Select(Describe))}");
    }

    private static string Describe(AxeResultItem violation) =>
        $"{violation.Id}: {violation.Help}\n{string.Join('\n', violation.Nodes.Select(node => $"    {node.Html}"))}";
}
