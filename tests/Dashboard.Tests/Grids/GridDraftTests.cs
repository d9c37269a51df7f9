using System.Text.RegularExpressions;
using Ganchao.Client.Wording;
using Ganchao.Contracts.Entries;
using Ganchao.Dashboard.Grids;
using Ganchao.Dashboard.Tests.Entry;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Ganchao.Dashboard.Tests.Grids;

/// <summary>What a grid makes of what was typed into it.</summary>
public sealed partial class GridDraftTests
{
    private static readonly ReaderLanguage Words = ReaderLanguage.Default;
    private static readonly GridForm Form = new FewGrids().Form;
    private static readonly string Cost = GridForm.KeyOf(FewGrids.One, FewGrids.Cost);
    private static readonly string OtherCost = GridForm.KeyOf(FewGrids.Two, FewGrids.Cost);
    private static readonly string Carried = $"{FewGrids.Standing:N}=1200.5";

    [Fact]
    public void A_figure_that_stands_on_another_sheet_has_no_field() => Assert.DoesNotContain(
        GridDraft.New(Form).Cells, cell => cell.Key == GridForm.KeyOf(FewGrids.Two, FewGrids.Rate));

    [Fact]
    public void Only_what_was_changed_is_sent()
    {
        var draft = Posted(($"v:{Cost}", "1,200.50"), ($"s:{Cost}", Carried), ($"v:{OtherCost}", "７"));

        var entry = Assert.Single(draft.ToEntries(Form, Words).Entries);

        Assert.Equal((7m, FewGrids.Two.Subject, null), (entry.Value, entry.Subject!.Value, entry.Supersedes));
    }

    [Fact]
    public void A_change_corrects_the_entry_that_was_shown_and_a_cleared_cell_voids_it()
    {
        var changed = Posted(($"v:{Cost}", "1300"), ($"s:{Cost}", Carried), ("reason", "0")).ToEntries(Form, Words).Entries;
        var cleared = Posted(($"v:{Cost}", ""), ($"s:{Cost}", Carried)).ToEntries(Form, Words).Entries;

        Assert.Equal((1300m, FewGrids.Standing, "录错数字"), (changed[0].Value, changed[0].Supersedes, changed[0].Reason));
        Assert.Equal((null, FewGrids.Standing), (cleared[0].Value, cleared[0].Supersedes));
    }

    [Fact]
    public void The_same_form_makes_the_same_ids_and_another_form_others()
    {
        var fields = new[] { ($"v:{OtherCost}", "7"), ("draft", "0195f3a0-0000-7000-8000-00000000000a") };
        var once = Posted(fields).ToEntries(Form, Words).Entries[0].Id;

        Assert.Equal(once, Posted(fields).ToEntries(Form, Words).Entries[0].Id);
        Assert.NotEqual(once, Posted(fields[0]).ToEntries(Form, Words).Entries[0].Id);
    }

    [Fact]
    public void After_sign_off_a_new_figure_is_late_and_a_correction_is_a_correction()
    {
        var form = new FewGrids { SignedOff = true }.Form;

        var entries = GridDraft.Read(Fields(($"v:{Cost}", "1"), ($"s:{Cost}", Carried), ($"v:{OtherCost}", "7")), form)
            .ToEntries(form, Words).Entries;

        Assert.Equal([EntryWay.Ordinary, EntryWay.Late], entries.Select(static entry => entry.Way!.Value));
    }

    [Fact]
    public void What_was_typed_for_a_team_that_left_the_sheet_is_said()
    {
        var draft = Posted(("v:team/gone!cost", "5"), ("v:team/empty!cost", ""));

        var problem = Assert.Single(GridProblems.Find(Form, draft, Words));

        Assert.Equal("“team/gone!cost”已不在这张表上,填的是 5。", problem.Message);
    }

    [Fact]
    public async Task The_grid_does_not_mix_its_languages()
    {
        foreach (var grids in new[] { new FewGrids(), new FewGrids { SignedOff = true } })
        {
            var chinese = await GetAsync(grids, Language.Chinese);
            var english = await GetAsync(grids, Language.English);

            FollowingPagesTests.AssertOneLanguage(FileKinds().Replace(chinese, ""), english);
            Assert.Contains("已填在安全科的表上", chinese);
        }
    }

    private static Task<string> GetAsync(FewGrids grids, Language language) =>
        new EntryRendering(new FewShifts(), language, grids: grids).GetAsync<GridPage>(("Department", "foundry"), ("Date", "2026-07-01"), ("Period", "month"));

    private static GridDraft Posted(params (string Name, string Value)[] fields) => GridDraft.Read(Fields(fields), Form);

    private static FormCollection Fields(params (string Name, string Value)[] fields) =>
        new(fields.ToDictionary(static field => field.Name, static field => new StringValues(field.Value)));

    [GeneratedRegex(@"Excel|CSV|\.xlsx|\.csv")]
    private static partial Regex FileKinds();
}
