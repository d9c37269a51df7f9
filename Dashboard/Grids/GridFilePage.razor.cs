using Ganchao.Contracts.Identity;
using Ganchao.Dashboard.Entry;
using Ganchao.Dashboard.Spreadsheets;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace Ganchao.Dashboard.Grids;

/// <summary>A file is read, shown row by row as it would be entered, and entered when somebody confirms what was shown.</summary>
public sealed partial class GridFilePage
{
    private GridFile? _file;
    private IReadOnlyList<UnusualFigure> _unusual = [];
    private bool _isSkipped;
    private bool _wasMapped;

    [Inject]
    private ISpreadsheetReader Spreadsheets { get; set; } = null!;

    private async Task PostAsync()
    {
        if (Form is null || await PostedAsync() is not ({ } actor, var posted))
        {
            return;
        }

        var step = posted["step"].ToString();
        var (table, problem, status) = FileSteps.TableIn(posted, step, Spreadsheets, Words);
        if (table is null)
        {
            Problems = [problem!];
            Http!.Response.StatusCode = status;
            return;
        }

        await TryAsync(table, step, posted, actor);
        SayProblems();
    }

    private async Task TryAsync(SpreadsheetTable table, string step, IFormCollection posted, Actor actor)
    {
        var chosen = step == "read" ? null : FileSteps.ChosenIn(posted);
        var reading = Desk.Map(table, Form!, chosen);
        var isShown = FileSteps.IsShown(posted, step, chosen);
        _wasMapped = step == "submit" && !isShown;
        _isSkipped = isShown && posted[FileSteps.SkipField] == "yes";
        Draft = isShown ? GridDraft.Read(posted, Form!) : GridDraft.New(Form!) with { Id = GridDraft.IdIn(posted) ?? Draft!.Id };
        _file = GridFile.Of(table, reading, Form!, Draft, Words);
        await JudgeAsync(actor);
        Draft = _file.Draft;
        if (isShown && Problems.Count == 0)
        {
            await ConfirmAsync(actor);
        }
    }

    // What one round refuses may have hidden what the next one finds: a rate that follows from two figures, say.
    private async Task JudgeAsync(Actor actor)
    {
        for (var left = _file!.Draft.Changes.Length; !_file.Draft.Changes.IsEmpty; left = _file.Draft.Changes.Length)
        {
            var judgement = await Desk.CheckAsync(Form!.Sheet, Asked(_file.Draft), actor);
            _unusual = judgement.Unusual;
            if (judgement.Answer.Refusals.Count == 0)
            {
                return;
            }

            var rest = _file.Without(judgement.Answer.Refusals, Words);
            if (rest is null || rest.Draft.Changes.Length >= left)
            {
                Problems = GridProblems.Of(judgement.Answer.Refusals, Form, _file.Draft, Words);
                return;
            }

            _file = rest;
        }

        _unusual = [];
    }

    private async Task ConfirmAsync(Actor actor)
    {
        if (Draft!.Changes.IsEmpty)
        {
            Problems = [new Problem("file", Words.Of(SpreadsheetTexts.NothingToEnter))];
            return;
        }

        Problems =
        [
            .. _file!.Refused.Count > 0 && !_isSkipped
                ? [new Problem(FileSteps.SkipField, Words.Of(SpreadsheetTexts.SkipNeeded, _file.Refused.Count))]
                : Array.Empty<Problem>(),
            .. GridProblems.Unexplained(Form!, Draft, _unusual, Words),
        ];
        if (Problems.Count == 0)
        {
            await SendAsync(actor);
        }
    }
}
