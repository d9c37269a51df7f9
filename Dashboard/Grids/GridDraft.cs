using System.Collections.Immutable;
using System.Globalization;
using Ganchao.Client.Wording;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Json;
using Ganchao.Dashboard.Entry;
using Microsoft.AspNetCore.Http;

namespace Ganchao.Dashboard.Grids;

/// <summary>What was typed into one cell of a grid.</summary>
/// <param name="Row">Whom it is about.</param>
/// <param name="Column">Which measure.</param>
/// <param name="Typed">As it was typed; empty: nothing, or void where something stood there.</param>
/// <param name="Before">What stood there when the form was shown, which a change corrects.</param>
/// <param name="Confirmed">Whether an unusual figure was ticked as right.</param>
/// <param name="Why">The reason for an unusual figure.</param>
/// <param name="Source">The cell of the file that it comes from, such as C7; empty: it was typed.</param>
public sealed record TypedCell(
    GridRow Row,
    GridColumn Column,
    string Typed = "",
    FilledCell? Before = null,
    bool Confirmed = false,
    string Why = "",
    string Source = "")
{
    public string Key => GridForm.KeyOf(Row, Column);

    public bool IsCorrection => Before?.Entry is not null;

    /// <summary>Whether something is to be recorded: a figure, or another one than stood there.</summary>
    public bool IsChange => IsCorrection
        ? !TypedFigure.TryRead(Typed, out var figure) || figure != Before!.Value
        : Typed.Length > 0;

    public static string Written(decimal value) => DecimalTextConverter.Normal(value);
}

/// <summary>What was typed into a grid so far; travels whole from page to page, so that nothing is lost on the way.</summary>
/// <param name="Id">Made when the form is first shown; the entries' ids follow from it and their cells.</param>
/// <param name="Cells">Row by row.</param>
/// <param name="ReasonNumber">Which of the listed reasons for corrections, from 0; null: none chosen.</param>
/// <param name="Details">The reason in words.</param>
/// <param name="File">The file that the figures come from; empty: they were typed.</param>
public sealed record GridDraft(
    Guid Id, ImmutableArray<TypedCell> Cells, int? ReasonNumber = null, string Details = "", string File = "")
{
    /// <summary>What was typed into cells that the sheet has no more, by their keys.</summary>
    public ImmutableArray<(string Key, string Typed)> Gone { get; init; } = [];

    public const string IdField = "draft";
    public const string ReasonField = "reason";
    public const string DetailsField = "details";

    /// <summary>Parts the entry that a cell holds from its figure in the form.</summary>
    private const char Mark = '=';

    /// <summary>The cells with something to record, in the order in which they are sent.</summary>
    public ImmutableArray<TypedCell> Changes => [.. Cells.Where(static cell => cell.IsChange)];

    public bool HasCorrections => Cells.Any(static cell => cell is { IsChange: true, IsCorrection: true });

    /// <summary>A form as it is first shown: what stands on the sheet, and blanks.</summary>
    public static GridDraft New(GridForm form) => new(Guid.CreateVersion7(),
    [
        .. from row in form.Rows
           from column in form.Columns
           where GridForm.Takes(row, column)
           let before = form.Filled.GetValueOrDefault(GridForm.KeyOf(row, column))
           where before?.OtherSheet is null
           select new TypedCell(row, column, before?.Entry is null ? "" : TypedCell.Written(before.Value), before),
    ]);

    /// <summary>What was posted. A cell that the post does not name is as the sheet has it.</summary>
    public static GridDraft Read(IFormCollection posted, GridForm form)
    {
        ArgumentNullException.ThrowIfNull(posted);
        var draft = New(form);
        var known = draft.Cells.Select(static cell => $"v:{cell.Key}").ToHashSet(StringComparer.Ordinal);
        return draft with
        {
            Gone =
            [
                .. posted.Keys.Where(key => key.StartsWith("v:", StringComparison.Ordinal) && !known.Contains(key))
                    .Select(key => (key[2..], One(posted, key)))
                    .Where(static gone => gone.Item2.Length > 0),
            ],
            Id = IdIn(posted) ?? draft.Id,
            Cells = [.. draft.Cells.Select(cell => posted.ContainsKey($"v:{cell.Key}") ? ReadCell(posted, cell) : cell)],
            ReasonNumber = int.TryParse(posted[ReasonField], NumberStyles.None, CultureInfo.InvariantCulture, out var reason)
                && reason < EntryTexts.Reasons.Count ? reason : null,
            Details = One(posted, DetailsField),
        };
    }

    public static Guid? IdIn(IFormCollection posted)
    {
        ArgumentNullException.ThrowIfNull(posted);
        return Guid.TryParse(posted[IdField], out var id) && id != Guid.Empty ? id : null;
    }

    /// <summary>What the form carries of the entry in a cell; empty where there is none.</summary>
    public static string Carried(FilledCell? before) => before?.Entry is { } entry
        ? string.Create(CultureInfo.InvariantCulture, $"{entry:N}{Mark}{TypedCell.Written(before.Value)}")
        : "";

    /// <summary>
    /// The entries as they are sent; every figure must be readable. Their ids follow from the form, so that sending it again
    /// records nothing twice.
    /// </summary>
    internal EntryList ToEntries(GridForm form, ReaderLanguage words) => new(
    [
        .. Changes.Select(cell => new EntryForm(
            NamedId.Of($"{Id:N}/{form.Sheet}/{cell.Key}"),
            cell.Column.Measure,
            TypedFigure.TryRead(cell.Typed, out var figure) ? figure : null,
            cell.Row.Subject,
            cell.Row.Product,
            cell.Row.WorkOrder,
            cell.Column.Detail,
            Unit: cell.Column.Words.Unit,
            Way: form.SignedOff && !cell.IsCorrection ? EntryWay.Late : EntryWay.Ordinary,
            Supersedes: cell.Before?.Entry,
            Reason: cell.IsCorrection ? ReasonIn(words) : null,
            Note: cell.Source.Length > 0 ? $"{File} {cell.Source}" : null,
            WhyUnusual: cell is { Confirmed: true, Why.Length: > 0 } ? cell.Why : null)),
    ]);

    /// <summary>The reason as it is kept: what was chosen from the list, and the words.</summary>
    internal string ReasonIn(ReaderLanguage words)
    {
        string[] parts = [ReasonNumber is { } number && !IsOther ? words.Of(EntryTexts.Reasons[number]) : "", Details];
        return string.Join(words.Language == Language.English ? ": " : ":", parts.Where(static part => part.Length > 0));
    }

    internal bool LacksReason => HasCorrections && (ReasonNumber is null || (IsOther && Details.Length == 0));

    private bool IsOther => ReasonNumber == EntryTexts.Reasons.Count - 1;

    private static TypedCell ReadCell(IFormCollection posted, TypedCell cell) => cell with
    {
        Typed = One(posted, $"v:{cell.Key}"),
        Before = BeforeIn(posted[$"s:{cell.Key}"].ToString()) ?? (cell.IsCorrection ? null : cell.Before),
        Confirmed = posted[$"ok:{cell.Key}"] == "yes",
        Why = string.Join(' ', posted[$"why:{cell.Key}"].Select(static part => (part ?? "").Trim()).Where(static part => part.Length > 0)),
    };

    private static FilledCell? BeforeIn(string carried)
    {
        var parts = carried.Split(Mark);
        return parts.Length == 2 && Guid.TryParse(parts[0], out var entry)
            && decimal.TryParse(parts[1], NumberStyles.Number, CultureInfo.InvariantCulture, out var value)
                ? new FilledCell(value, entry)
                : null;
    }

    private static string One(IFormCollection posted, string name) =>
        (posted[name].FirstOrDefault() ?? "").ReplaceLineEndings("\n").Trim();
}
