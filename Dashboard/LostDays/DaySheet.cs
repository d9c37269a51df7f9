using System.Collections.Immutable;
using Ganchao.Client.Wording;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Refusals;
using Ganchao.Dashboard.Blanks;
using Ganchao.Dashboard.Entry;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Ganchao.Dashboard.LostDays;

/// <summary>One shift's paper sheet on the page of a lost day: what was typed from it, and what is to be said about it.</summary>
/// <param name="Due">The sheet, and when its shift began and ended.</param>
/// <param name="Draft">What was typed.</param>
/// <param name="At">The time on the paper, as it was typed.</param>
public sealed record DaySheet(DueSheet Due, EntryDraft Draft, string At)
{
    /// <summary>Rows for heats, where the team reports any: as many as a shift rarely exceeds.</summary>
    private const int HeatRows = 6;

    /// <summary>Parts what belongs to one sheet from the rest of a field's name; in no id.</summary>
    private const char Mark = '!';

    public ShiftForm Form => Due.Form;

    /// <summary>Tells the sheet's form fields from those of other sheets.</summary>
    public string Key => $"{Form.Heading.Shift.Team}/{Form.Heading.Shift.Kind}{Mark}";

    public bool IsTyped => !Draft.Entered.IsEmpty || Draft.HasEvent || Draft.Heats.Any(static heat => heat.IsEntered);

    /// <summary>Figures that ask for a second look.</summary>
    public IReadOnlyList<UnusualFigure> Unusual { get; init; } = [];

    /// <summary>What is wrong; fields by their ids on this page.</summary>
    public IReadOnlyList<Problem> Problems { get; init; } = [];

    /// <summary>The lines of the table from the top down.</summary>
    public IEnumerable<TypedLine> Rows => Draft.Lines.Concat(Draft.Heats.SelectMany(static heat => heat.Lines));

    public static DaySheet New(DueSheet due)
    {
        var draft = EntryDraft.New(due.Form);
        while (!draft.Heats.IsEmpty && draft.Heats.Length < HeatRows)
        {
            draft = draft.WithOneMoreHeat(due.Form);
        }

        return new DaySheet(due, draft, PaperTime.Written(due.End));
    }

    /// <summary>What was posted of this sheet; as new where nothing of it was.</summary>
    public static DaySheet Read(IFormCollection posted, DueSheet due)
    {
        var sheet = New(due);
        var own = posted.Keys.Where(name => name.Contains($":{sheet.Key}", StringComparison.Ordinal)).ToDictionary(
            name => name.Replace(sheet.Key, "", StringComparison.Ordinal).TrimEnd(':'), name => posted[name]);
        if (own.Count == 0)
        {
            return sheet;
        }

        own["event"] = StringValues.IsNullOrEmpty(own.GetValueOrDefault("event-note")) ? "none" : "some";
        return sheet with
        {
            Draft = EntryDraft.Read(new FormCollection(own), due.Form),
            At = own.GetValueOrDefault("at").ToString().Trim(),
        };
    }

    /// <summary>The sheet with figures put into its first lines, and how many of them were.</summary>
    public (DaySheet Sheet, int Taken) Filled(IReadOnlyList<string> figures)
    {
        var at = 0;
        TypedLine Take(TypedLine line) => at < figures.Count ? line with { Typed = figures[at++] } : line;
        var draft = Draft with
        {
            Lines = [.. Draft.Lines.Select(Take)],
            Heats = [.. Draft.Heats.Select(heat => heat with { Lines = [.. heat.Lines.Select(Take)] })],
        };
        return (this with { Draft = draft }, at);
    }

    /// <summary>The entries as they are sent: marked as from paper, observed when the paper says.</summary>
    public EntryList ToEntries() => new(
    [
        .. Draft.ToEntries(Form).Entries.Select(entry => entry with
        {
            Way = EntryWay.FromPaper,
            ObservedAt = PaperTime.TryRead(At, Due.Start, out var at) ? at.ToUniversalTime() : null,
        }),
    ]);

    /// <summary>The sheet with what can be said without asking the ledger.</summary>
    public DaySheet Examined(ReaderLanguage words) => With(
        [
            .. DraftProblems.Find(Draft, words),
            .. PaperTime.TryRead(At, Due.Start, out _) ? Array.Empty<Problem>()
                : [new Problem("at", words.Of(LostDayTexts.NoTime, At))],
        ],
        words);

    public DaySheet Refused(IReadOnlyList<Refusal> refusals, ReaderLanguage words) =>
        With(DraftProblems.Of(refusals, Draft, Form, words), words);

    public DaySheet Unanswered(ReaderLanguage words) => With([new Problem("at", words.Of(EntryTexts.OutcomeUnknown))], words);

    /// <summary>The sheet with a problem for each unusual figure that nobody has ticked and explained.</summary>
    public DaySheet Explained(ReaderLanguage words) => With(DraftProblems.Unexplained(Unusual, Draft, words), words);

    public string IdOf(string field) => $"{Key.Replace('/', '-').TrimEnd(Mark)}-{field}";

    public string? ProblemAt(string field) => Problems.FirstOrDefault(problem => problem.Field == IdOf(field))?.Message;

    private DaySheet With(IReadOnlyList<Problem> problems, ReaderLanguage words)
    {
        var (team, kind) = (words.Of(Form.Heading.Team), words.Of(Form.Heading.Kind));
        return this with
        {
            Problems = [.. problems.Select(problem => new Problem(IdOf(problem.Field), $"{team} · {kind}: {problem.Message}"))],
        };
    }
}
