using Ganchao.Contracts.Identity;
using Ganchao.Dashboard.Entry;
using Ganchao.Dashboard.Spreadsheets;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace Ganchao.Dashboard.Grids;

/// <summary>
/// A file is read, shown row by row as it would be entered, and entered when somebody confirms what was shown. The form carries
/// what was read; no server remembers it.
/// </summary>
public sealed partial class GridFilePage
{
    private const string TableField = "table";
    private const string MappedField = "mapped";
    private const string SkipField = "skip";

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
        var table = step == "read" ? ReadFile(posted) : SpreadsheetTable.Parse(posted[TableField]);
        if (table is null && Problems.Count == 0)
        {
            Problems = [new Problem("file", Words.Of(SpreadsheetTexts.Expired))];
        }

        if (table is not null)
        {
            await TryAsync(table, step, posted, actor);
        }

        SayProblems();
    }

    private SpreadsheetTable? ReadFile(IFormCollection posted)
    {
        if (posted.Files["file"] is not { Length: > 0 } file)
        {
            Problems = [new Problem("file", Words.Of(SpreadsheetTexts.NoFile))];
            return null;
        }

        using var upload = new MemoryStream();
        file.CopyTo(upload);
        var reading = Spreadsheets.Read(Path.GetFileName(file.FileName), upload.ToArray());
        if (reading.Table is null)
        {
            Problems = [new Problem("file", Words.Of(SpreadsheetTexts.Of(reading.Fault)))];
            Http!.Response.StatusCode = reading.Fault == SpreadsheetFault.TooLarge
                ? StatusCodes.Status413PayloadTooLarge
                : StatusCodes.Status422UnprocessableEntity;
        }

        return reading.Table;
    }

    private async Task TryAsync(SpreadsheetTable table, string step, IFormCollection posted, Actor actor)
    {
        var chosen = step == "read" ? null : GridFile.ChosenIn(posted);
        var reading = Desk.Map(table, Form!, chosen);
        var isShown = step == "submit" && chosen is not null
            && GridFile.WrittenOf(chosen) == posted[MappedField].ToString().ReplaceLineEndings("\n");
        _wasMapped = step == "submit" && !isShown;
        _isSkipped = isShown && posted[SkipField] == "yes";
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
                ? [new Problem(SkipField, Words.Of(SpreadsheetTexts.SkipNeeded, _file.Refused.Count))]
                : Array.Empty<Problem>(),
            .. GridProblems.Unexplained(Form!, Draft, _unusual, Words),
        ];
        if (Problems.Count == 0)
        {
            await SendAsync(actor);
        }
    }
}
