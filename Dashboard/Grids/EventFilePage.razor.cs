using System.Globalization;
using Ganchao.Contracts.Identity;
using Ganchao.Dashboard.Entry;
using Ganchao.Dashboard.Spreadsheets;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace Ganchao.Dashboard.Grids;

/// <summary>A list of events in a file: tried row by row, and recorded when somebody confirms what was shown.</summary>
public sealed partial class EventFilePage
{
    private SpreadsheetTable? _table;
    private EventReading? _reading;
    private Dictionary<int, JudgedEvent> _rows = [];
    private bool _isSkipped;
    private bool _wasMapped;

    [Inject]
    private ISpreadsheetReader Spreadsheets { get; set; } = null!;

    private IReadOnlyList<JudgedEvent> Refused => [.. Judged.Where(row => Complaints(row).Any())];

    private IReadOnlyList<JudgedEvent> Fresh => [.. Judged.Where(row => !row.IsThere && !Complaints(row).Any())];

    private async Task PostAsync()
    {
        if (Form is null || await PostedAsync() is not ({ } actor, var posted))
        {
            return;
        }

        var step = posted["step"].ToString();
        (_table, var problem, var status) = FileSteps.TableIn(posted, step, Spreadsheets, Words);
        if (_table is null)
        {
            Problems = [problem!];
            Http!.Response.StatusCode = status;
            return;
        }

        await TryAsync(step, posted, actor);
        SayProblems();
    }

    private async Task TryAsync(string step, IFormCollection posted, Actor actor)
    {
        var chosen = step == "read" ? null : FileSteps.ChosenIn(posted);
        var isShown = FileSteps.IsShown(posted, step, chosen);
        _wasMapped = step == "submit" && !isShown;
        _isSkipped = isShown && posted[FileSteps.SkipField] == "yes";
        _reading = Desk.Map(_table!, Form!, chosen);
        var events = EventRows.Of(_reading, Form!).Select(row => isShown ? Ticked(row.Event, posted) : row.Event).ToList();
        await JudgeAsync(events, actor);
        _rows = Judged.ToDictionary(static row => row.Row.Row + 1);
        if (isShown)
        {
            await ConfirmAsync(actor);
        }
    }

    private async Task ConfirmAsync(Actor actor)
    {
        // What is there already goes along: a second press is answered with the first receipt.
        IReadOnlyList<JudgedEvent> sent = [.. Judged.Where(row => !Complaints(row).Any())];
        Problems = sent.Count == 0 ? [new Problem("file", Words.Of(SpreadsheetTexts.NothingToEnter))] :
        [
            .. Refused.Count > 0 && !_isSkipped
                ? [new Problem(FileSteps.SkipField, Words.Of(SpreadsheetTexts.SkipNeeded, Refused.Count))]
                : Array.Empty<Problem>(),
            .. sent.SelectMany(row => row.Unexplained(Words)),
        ];
        if (Problems.Count == 0)
        {
            await SendAsync([.. sent.Select(static row => row.Row)], actor);
        }
    }

    // What the file's cells say wrongly, and what the row lacks.
    private IEnumerable<string> Complaints(JudgedEvent judged)
    {
        var row = _reading!.Rows.First(known => known.Number == judged.Row.Row + 1);
        var faults = row.Cells.Where(static cell => cell.Fault != CellFault.NotSet).ToList();
        return faults
            .Select(cell => $"{cell.Cell.Address} {EventProblems.Say(cell, Form!, Words)}")
            .Concat(judged.Wrong
                .Where(wrong => faults.TrueForAll(cell => cell.Target != wrong.Part))
                .Select(wrong => $"{AddressOf(row, wrong.Part)} {wrong.Message}"));
    }

    private static string AddressOf(MappedEvent row, string part) =>
        row.Cells.FirstOrDefault(cell => cell.Target == part)?.Cell.Address
        ?? row.Number.ToString(CultureInfo.InvariantCulture);

    private static TypedEvent Ticked(TypedEvent row, IFormCollection posted) => row with
    {
        IsAnother = posted[EventDraft.FieldOf(JudgedEvent.AnotherPart, row.Row)] == "yes",
        Confirmed = posted[EventDraft.FieldOf("ok", row.Row)] == "yes",
        Why = EventDraft.WhyIn(posted, row.Row),
    };
}
