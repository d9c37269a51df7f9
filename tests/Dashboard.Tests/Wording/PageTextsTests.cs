using System.Collections.Frozen;
using System.Reflection;
using System.Text.RegularExpressions;
using Ganchao.Client.Wording;
using Ganchao.Contracts.Boards;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Projects;
using Ganchao.Contracts.Registers;
using Ganchao.Dashboard.Boards;
using Ganchao.Dashboard.Entry;
using Ganchao.Dashboard.Exclusions;
using Ganchao.Dashboard.Explanations;
using Ganchao.Dashboard.Pictures;
using Ganchao.Dashboard.Registers;
using Ganchao.Dashboard.Statistics;
using Ganchao.Dashboard.Tests.Boards;
using Ganchao.Dashboard.Tests.Explanations;
using Ganchao.Dashboard.Tests.Statistics;
using Ganchao.Scoring;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace Ganchao.Dashboard.Tests.Wording;

public partial class PageTextsTests
{
    [Fact]
    public void Every_text_has_both_languages()
    {
        Assembly[] pages = [typeof(PageTexts).Assembly, typeof(BoardPage).Assembly];
        var texts = pages.SelectMany(assembly => assembly.GetTypes())
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(field => field.FieldType == typeof(Text))
            .Select(field => (Text)field.GetValue(null)!)
            .Except([PageTexts.OtherLanguage])    // the other language's own name
            .Concat(Enum.GetValues<BoardMode>().Select(PageTexts.Of))
            .Concat(pages.SelectMany(assembly => assembly.GetTypes())
                .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
                .Where(field => field.FieldType == typeof(FrozenDictionary<string, Text>))
                .SelectMany(field => ((FrozenDictionary<string, Text>)field.GetValue(null)!).Values))
            .Concat(Enum.GetValues<ProjectLevel>().Select(StatisticsTexts.Of))
            .Concat(Enum.GetValues<Role>().Select(RoleTexts.Of))
            .Concat(Enum.GetValues<EntryWay>().Select(RoleTexts.Of))
            .Concat(Enum.GetValues<Contracts.Entries.Occasion>().Select(SheetWords.Of))
            .Concat(Enum.GetValues<ExclusionCause>().Select(ExclusionTexts.Of))
            .Concat(Enum.GetValues<ExclusionState>().Select(ExclusionTexts.Of))
            .Concat(Enum.GetValues<ExclusionAct>().Select(ExclusionTexts.Of))
            .Concat(ExclusionTexts.ContestReasons)
            .Concat(ExclusionTexts.DecisionReasons)
            .Concat(UnusualTexts.Reasons)
            .Concat(RegisterProblems.All)
            .Concat(RegisterTexts.All)
            .Concat(Enum.GetValues<LineFate>().Select(RegisterTexts.Of))
            .Concat(Enum.GetValues<DayKind>().Select(RegisterTexts.MarkOf))
            .Concat(RegisterForms.All.SelectMany(form => form.Columns).SelectMany(TextsOf))
            .Concat(Enum.GetNames<NaReason>().Select(Marks.ReasonOf).OfType<Text>())
            .ToList();

        Assert.True(texts.Count > 30);
        Assert.All(texts, text => Assert.Matches(Han(), text.Zh));
        Assert.All(texts, text => Assert.DoesNotMatch(Han(), text.En));
        Assert.All(texts, text => Assert.Matches("[A-Za-z]", text.En));
    }

    [Fact]
    public void Every_reason_of_the_rule_engine_has_its_words() => Assert.All(
        Enum.GetNames<NaReason>().Except([nameof(NaReason.None)]), reason => Assert.NotNull(Marks.ReasonOf(reason)));

    private static IEnumerable<Text> TextsOf(RegisterColumn column) =>
        [column.Label, .. column.Choices.Select(choice => choice.Words), .. new[] { column.Hint }.OfType<Text>()];

    /// <summary>A text written into markup would stay in its language whatever the reader speaks.</summary>
    [Theory]
    [InlineData(typeof(BoardPage))]
    [InlineData(typeof(BoardListPage))]
    [InlineData(typeof(NotFoundPage))]
    [InlineData(typeof(ExplanationPage))]
    [InlineData(typeof(StatisticsPage))]
    [InlineData(typeof(PicturePage))]
    public async Task No_page_mixes_its_languages(Type page)
    {
        FewBoards[] states = [new(), WithOne(), new() { Problem = new IOException() }];
        foreach (var reader in states)
        {
            var chinese = await TextOfAsync(page, reader, Language.Chinese);
            var english = await TextOfAsync(page, reader, Language.English);

            Assert.DoesNotMatch("[A-Za-z]", chinese.Replace("English", "").Replace("3fa94c1d", ""));
            Assert.DoesNotMatch(Han(), english.Replace("中文", ""));
        }
    }

    private static FewBoards WithOne()
    {
        var boards = new FewBoards();
        boards.Views.Add(FewBoards.View(FewBoards.Row("7", 1, 90m), FewBoards.Row("8", null, null)));
        return boards;
    }

    private static async Task<string> TextOfAsync(Type page, FewBoards reader, Language language)
    {
        var rendering = new PageRendering(reader, language)
        {
            Others = services => services
                .AddSingleton<IExplanationReader>(new FewExplanations(reader))
                .AddSingleton<IStatisticsReader>(new FewStatistics(FewStatistics.FiveQuarters)),
        };
        var html = await rendering.RenderAsync<DynamicComponent>(("Type", page), ("Parameters", AddressOf(page)));

        // Formulas stand as the rulebook writes them, and a tonne is a t in every language.
        return PageRendering.TextOf(Code().Replace(html, "")).Replace("main/quarter/m1", "").Replace("|t|", "|");
    }

    private static Dictionary<string, object> AddressOf(Type page)
    {
        var whole = new Dictionary<string, object>
        {
            ["Plant"] = "main",
            ["Competition"] = "quarter",
            ["Stage"] = "m1",
            ["Entrant"] = "7",
        };
        return whole.Where(part => page.GetProperty(part.Key) is not null).ToDictionary();
    }

    [GeneratedRegex("<code.*?</code>", RegexOptions.Singleline)]
    private static partial Regex Code();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Han();
}
