using Ganchao.Client.Wording;
using Ganchao.Contracts;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Registers;
using Microsoft.AspNetCore.Http;

namespace Ganchao.Dashboard.Registers;

/// <summary>Where the administrator's pages read and write registers; the host implements it.</summary>
public interface IRegisterDesk
{
    /// <summary>The plants whose registers whoever makes the request may keep.</summary>
    Task<IReadOnlyList<RegisterPlant>> PlantsAsync(HttpContext context);

    /// <summary>The plant, and whether the request may write its registers; null where there is no such plant.</summary>
    Task<RegisterAccess?> OpenAsync(HttpContext context, PlantId plant);

    /// <summary>
    /// The things of the register of which a cell holds the text, those that have ended last; a page from 1, or
    /// <see cref="RegisterPageful.All"/>.
    /// </summary>
    Task<RegisterPageful> ListAsync(
        PlantId plant, RegisterForm form, string search, int page, CancellationToken cancellationToken);

    /// <summary>A thing as it stands and what was ever recorded about it; null where nothing was.</summary>
    Task<RegisterThing?> FindAsync(PlantId plant, RegisterForm form, string key, CancellationToken cancellationToken);

    /// <summary>A year's days, and the shift pattern.</summary>
    Task<CalendarYear> CalendarAsync(PlantId plant, int? year, CancellationToken cancellationToken);

    /// <summary>What would become of the lines; nothing is written.</summary>
    Task<RegisterReview> ReviewAsync(HttpContext context, PlantId plant, RegisterForm form, RegisterSource source);

    /// <summary>
    /// Writes what <see cref="ReviewAsync"/> showed, all lines or none; nothing where a line is refused, unless
    /// <paramref name="onlyGood"/>, or where the register has moved on since <paramref name="version"/>. The same source again
    /// writes nothing twice.
    /// </summary>
    Task<RegisterReview> RecordAsync(
        HttpContext context, PlantId plant, RegisterForm form, RegisterSource source, bool onlyGood, long? version);
}

public sealed record RegisterPlant(PlantId Plant, Names Names);

/// <param name="Plant">Whose registers.</param>
/// <param name="Today">By the plant's clock.</param>
/// <param name="Rule">Why the request may not write: the broken rule's name; null: it may.</param>
public sealed record RegisterAccess(RegisterPlant Plant, DateOnly Today, string? Rule)
{
    /// <summary>The rule of somebody who is administrator of some units only.</summary>
    public const string RoleNotHeld = "role-not-held";
}

/// <summary>One page of a list.</summary>
/// <param name="Page">From 1.</param>
/// <param name="Found">How many there are on all pages.</param>
public sealed record RegisterPageful(IReadOnlyList<RegisterItem> Items, int Page, int Pages, int Found)
{
    /// <summary>In place of a page: all of them on one.</summary>
    public const int All = 0;
}

/// <summary>One thing of a register: cells by the keys of its columns.</summary>
/// <param name="Ended">Whether it has ended by today.</param>
public sealed record RegisterItem(string Key, IReadOnlyDictionary<string, string> Cells, bool Ended);

/// <param name="Item">As it stands today, or as it was last.</param>
/// <param name="History">Newest first.</param>
public sealed record RegisterThing(RegisterItem Item, IReadOnlyList<RegisterVersion> History);

/// <summary>What was recorded about a thing at one time.</summary>
/// <param name="Changes">Against what was recorded before.</param>
/// <param name="Reason">Null: none was given, or it was erased.</param>
public sealed record RegisterVersion(
    DateTimeOffset At, Actor Actor, DateOnly From, IReadOnlyList<CellChange> Changes, string? Reason);

/// <summary>A cell before and after; null: empty.</summary>
public sealed record CellChange(RegisterColumn Column, string? Before, string? After);

/// <summary>Lines to be reviewed and recorded.</summary>
/// <param name="Id">Made by the page and kept over retries: the same lines with it are recorded once.</param>
/// <param name="Content">What was uploaded, pasted or typed.</param>
/// <param name="From">The first date for which lines hold that name none.</param>
/// <param name="Reason">Why.</param>
public sealed record RegisterSource(Guid Id, RegisterContent Content, DateOnly From, string Reason);

public abstract record RegisterContent
{
    /// <summary>An uploaded file in UTF-8, UTF-16 or GB18030.</summary>
    public sealed record File(byte[] Bytes) : RegisterContent;

    /// <summary>Pasted lines.</summary>
    public sealed record Pasted(string Text) : RegisterContent;

    /// <summary>The fields of a form, by the keys of their columns.</summary>
    public sealed record Typed(IReadOnlyDictionary<string, string> Cells) : RegisterContent;
}

/// <summary>How a review or an act of recording ended.</summary>
public enum ReviewState
{
    NotSet,

    /// <summary>Nothing was written.</summary>
    Reviewed,
    Recorded,

    /// <summary>The register has changed since it was looked at; nothing was written.</summary>
    Moved,

    /// <summary>Whether it was written is not known; the same again tells.</summary>
    Unknown,

    /// <summary>The file as a whole cannot be read, or the request may not write.</summary>
    Broken,

    /// <summary>More than is taken at once.</summary>
    TooLarge,
}

/// <summary>What becomes of a line.</summary>
public enum LineFate
{
    NotSet,
    Added,
    Changed,
    Ended,
    Unchanged,
    Refused,
}

/// <param name="Line">Its number in the file, from 1.</param>
/// <param name="Key">What it is about, as addresses have it.</param>
/// <param name="Written">The same as people write it.</param>
/// <param name="Called">Its name, where it has one.</param>
public sealed record ReviewedLine(
    int Line,
    string Key,
    string Written,
    string? Called,
    LineFate Fate,
    IReadOnlyList<CellChange> Changes,
    IReadOnlyList<LineProblem> Problems);

/// <summary>Why a line is refused and what to do.</summary>
/// <param name="Column">Null: the line as a whole.</param>
public sealed record LineProblem(RegisterColumn? Column, Text Said);

/// <summary>What would become, or became, of lines.</summary>
/// <param name="State">How it ended.</param>
/// <param name="Lines">In the order of the file.</param>
/// <param name="Problem">What is wrong with all of it; null: nothing.</param>
/// <param name="Version">The register's version that this was judged by.</param>
/// <param name="Text">What was read, to be sent again with the confirmation.</param>
public sealed record RegisterReview(
    ReviewState State, IReadOnlyList<ReviewedLine> Lines, Text? Problem, long? Version, string Text)
{
    public int Of(LineFate fate) => Lines.Count(line => line.Fate == fate);

    /// <summary>How many lines would be written.</summary>
    public int ToWrite => Lines.Count(line => line.Fate is LineFate.Added or LineFate.Changed or LineFate.Ended);
}

/// <summary>A year of the calendar.</summary>
/// <param name="Week">The weekdays that are worked at the end of the year; null: every day.</param>
/// <param name="Shifts">The shift pattern as it is.</param>
public sealed record CalendarYear(
    int Year,
    DateOnly Today,
    IReadOnlyList<CalendarDay> Days,
    IReadOnlyList<DayOfWeek>? Week,
    IReadOnlyList<ShiftPattern> Shifts);

/// <param name="IsMarked">Whether it differs from the working week.</param>
/// <param name="Names">What it is known as; null: nothing.</param>
public sealed record CalendarDay(DateOnly Date, DayKind Kind, bool IsMarked, Names? Names);

/// <param name="Teams">The names of the teams that work it; empty: every team.</param>
public sealed record ShiftPattern(
    ShiftKind Kind, Names Names, TimeOnly Start, int LengthMinutes, int StartsDaysAfterDate, IReadOnlyList<Names> Teams);
