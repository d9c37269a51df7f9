using System.Collections.Frozen;
using System.Globalization;
using Ganchao.Client.Wording;
using Ganchao.Contracts.Refusals;
using Ganchao.Dashboard.Entry;

namespace Ganchao.Dashboard.Grids;

/// <summary>The ids of a grid's cells in the page, and what is wrong with each.</summary>
internal static class GridProblems
{
    private static readonly FrozenDictionary<string, Text> Own = new Dictionary<string, Text>
    {
        ["wrong-role"] = GridTexts.NotYourRole,
        ["role-not-held"] = GridTexts.RoleNotHeld,
        ["cell-taken"] = GridTexts.ChangedMeanwhile,
        ["already-superseded"] = GridTexts.ChangedMeanwhile,
    }.ToFrozenDictionary();

    public static string FieldOf(GridForm form, TypedCell cell) => string.Create(
        CultureInfo.InvariantCulture, $"c{IndexOf(form.Rows, cell.Row)}-{IndexOf(form.Columns, cell.Column)}");

    public static string TickOf(GridForm form, TypedCell cell) => $"ok-{FieldOf(form, cell)}";

    /// <summary>What can be said without asking the sheet.</summary>
    public static IReadOnlyList<Problem> Find(GridForm form, GridDraft draft, ReaderLanguage words) =>
    [
        .. draft.Gone.Select(gone => new Problem("paste", words.Of(GridTexts.Gone, gone.Key, gone.Typed))),
        .. draft.Changes
            .Where(static cell => cell.Typed.Length > 0 && !TypedFigure.TryRead(cell.Typed, out _))
            .Select(cell => At(form, cell, words.Of(EntryTexts.NoNumber, cell.Typed), words)),
    ];

    /// <summary>The sheet's refusals, each at its cell; what concerns the whole sheet stands at the first one.</summary>
    public static IReadOnlyList<Problem> Of(
        IReadOnlyList<Refusal> refusals, GridForm form, GridDraft draft, ReaderLanguage words)
    {
        var changes = draft.Changes;
        return
        [
            .. refusals.Select(refusal =>
            {
                var cell = changes[Math.Min(ListedField.IndexIn(refusal.Field) ?? 0, changes.Length - 1)];
                return At(form, cell, Say(refusal, cell, words), words);
            }).Distinct(),
        ];
    }

    public static string Say(Refusal refusal, TypedCell cell, ReaderLanguage words) =>
        Own.GetValueOrDefault(refusal.Rule) is { } own ? words.Of(own) : RefusalTexts.Say(refusal, cell.Column.Field, words);

    /// <summary>The unusual figures that nobody has ticked and explained, and corrections without a reason.</summary>
    public static IReadOnlyList<Problem> Unexplained(
        GridForm form, GridDraft draft, IReadOnlyList<UnusualFigure> unusual, ReaderLanguage words) =>
    [
        .. draft.LacksReason ? [new Problem(GridDraft.ReasonField, words.Of(EntryTexts.ReasonMissing))] : Array.Empty<Problem>(),
        .. unusual
            .Select(figure => draft.Changes[figure.Index])
            .Where(static cell => !cell.Confirmed || cell.Why.Length == 0)
            .Distinct()
            .Select(cell => new Problem(TickOf(form, cell), $"{CalledIn(cell, words)}: {words.Of(EntryTexts.TickAndReason)}")),
    ];

    public static string CalledIn(TypedCell cell, ReaderLanguage words) =>
        $"{cell.Row.NameIn(words)} · {cell.Column.NameIn(words)}";

    private static Problem At(GridForm form, TypedCell cell, string message, ReaderLanguage words) =>
        new(FieldOf(form, cell), $"{CalledIn(cell, words)}: {message}");

    private static int IndexOf<T>(IReadOnlyList<T> list, T item) =>
        list.Index().FirstOrDefault(known => Equals(known.Item, item)).Index;
}
