using System.Globalization;
using Ganchao.Client.Wording;
using Ganchao.Contracts.Identity;
using Ganchao.Dashboard.Blanks;
using Ganchao.Dashboard.Entry;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace Ganchao.Dashboard.LostDays;

/// <summary>
/// 补录: all paper sheets of a day on one page, typed, checked and sent at once; each sheet is taken or refused by itself.
/// </summary>
public sealed partial class LostDayPage
{
    /// <summary>More fields than a browser's form may have would come together otherwise.</summary>
    private const int SheetsPerPage = 24;

    private readonly List<DaySheet> _sheets = [];
    private DueSheets? _day;
    private EntryWriter? _writer;
    private bool _isReview;
    private Problem? _problem;
    private string _pasted = "";

    [SupplyParameterFromQuery]
    private string? Plant { get; set; }

    [SupplyParameterFromQuery]
    private string? Date { get; set; }

    [SupplyParameterFromQuery]
    private string? Page { get; set; }

    [Inject]
    private IBlankDesk Days { get; set; } = null!;

    [Inject]
    private IEntryDesk Desk { get; set; } = null!;

    [CascadingParameter]
    private HttpContext? Http { get; set; }

    [CascadingParameter]
    private ReaderLanguage Words { get; set; } = ReaderLanguage.Default;

    private IReadOnlyList<Problem> Problems =>
        [.. _problem is null ? [] : new[] { _problem }, .. _sheets.SelectMany(static sheet => sheet.Problems)];

    protected override async Task OnInitializedAsync()
    {
        if (Http is null)
        {
            return;
        }

        _writer = Desk.WriterOf(Http);
        await ReadAsync();
        if (_day is null)
        {
            Http.Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }

    private async Task ReadAsync()
    {
        var asked = int.TryParse(Page, NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? page : 1;
        _day = DayChoice.TryRead(Date, out var day)
            ? await Days.ListAsync(Http!, Plant, day, new DuePage(asked, SheetsPerPage), Http!.RequestAborted)
            : null;
        _sheets.Clear();
        _sheets.AddRange((_day?.Sheets ?? []).Select(DaySheet.New));
    }

    private string Here(int page) => Words.Link(string.Create(
        CultureInfo.InvariantCulture, $"/entry/day?plant={_day!.Plant}&date={DayChoice.Written(_day.Date)}&page={page}"));

    private async Task PostAsync()
    {
        if (_writer?.Actor is not { } actor)
        {
            Http!.Response.StatusCode = _writer?.Status ?? StatusCodes.Status403Forbidden;
            return;
        }

        var posted = await Http!.Request.ReadFormAsync(Http.RequestAborted);
        Each(sheet => DaySheet.Read(posted, sheet.Due));
        switch (posted["step"].ToString())
        {
            case "edit":
                break;
            case "paste":
                Paste(posted["paste"].ToString());
                break;
            case "submit":
                await SubmitAsync(actor);
                break;
            default:
                _isReview = await IsRightAsync(actor);
                break;
        }

        if (Problems.Count > 0 && Http.Response.StatusCode == StatusCodes.Status200OK)
        {
            Http.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        }
    }

    private void Each(Func<DaySheet, DaySheet> change)
    {
        for (var i = 0; i < _sheets.Count; i++)
        {
            _sheets[i] = change(_sheets[i]);
        }
    }

    private void Paste(string text)
    {
        var figures = text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n').Select(static line => line.Trim()).ToList();
        var room = _sheets.Sum(static sheet => sheet.Rows.Count());
        if (figures.Count > room)
        {
            (_problem, _pasted) = (new Problem("paste", Words.Of(LostDayTexts.TooManyPasted, figures.Count, room)), text);
            return;
        }

        Each(sheet =>
        {
            var (filled, taken) = sheet.Filled(figures);
            figures.RemoveRange(0, taken);
            return filled;
        });
    }

    // Every sheet is judged, so that all that is wrong is said at once.
    private async Task<bool> IsRightAsync(Actor actor)
    {
        if (!_sheets.Any(static sheet => sheet.IsTyped))
        {
            _problem = new Problem("paste", Words.Of(LostDayTexts.NothingTyped));
            return false;
        }

        Each(sheet => sheet.IsTyped ? sheet.Examined(Words) : sheet);
        for (var i = 0; i < _sheets.Count; i++)
        {
            if (_sheets[i] is { IsTyped: true, Problems.Count: 0 } sheet)
            {
                var judgement = await Desk.CheckAsync(
                    sheet.Form.Heading.Shift, sheet.ToEntries(), actor, Http!.RequestAborted);
                _sheets[i] = sheet.Refused(judgement.Answer.Refusals, Words) with { Unusual = judgement.Unusual };
            }
        }

        return Problems.Count == 0;
    }

    private async Task SubmitAsync(Actor actor)
    {
        if (!await IsRightAsync(actor))
        {
            return;
        }

        Each(sheet => sheet.IsTyped ? sheet.Explained(Words) : sheet);
        _isReview = Problems.Count > 0;
        if (!_isReview)
        {
            await SendAsync(actor);
        }
    }

    // What was taken stands on its sheet, what was not stays as it was typed; sent again, nothing is recorded twice.
    private async Task SendAsync(Actor actor)
    {
        var refused = new List<DaySheet>();
        foreach (var sheet in _sheets.Where(static sheet => sheet.IsTyped))
        {
            var answer = await Desk.EnterAsync(sheet.Form.Heading.Shift, sheet.ToEntries(), actor, Http!.RequestAborted);
            if (answer is not { Refusals.Count: 0 })
            {
                refused.Add(answer is null ? sheet.Unanswered(Words) : sheet.Refused(answer.Refusals, Words));
            }
        }

        if (refused.Count == 0)
        {
            Http!.SeeOther(Here(_day!.Page));
            return;
        }

        await ReadAsync();
        Each(sheet => refused.FirstOrDefault(kept => kept.Key == sheet.Key) ?? sheet);
    }
}
