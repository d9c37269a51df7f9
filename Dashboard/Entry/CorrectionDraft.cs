using System.Globalization;
using Ganchao.Client.Wording;
using Ganchao.Contracts.Entries;
using Microsoft.AspNetCore.Http;

namespace Ganchao.Dashboard.Entry;

/// <summary>What was typed to correct one line.</summary>
/// <param name="Id">The id that the correcting entry will have.</param>
/// <param name="Typed">The new figure.</param>
/// <param name="IsVoid">Whether the line is to be void instead.</param>
/// <param name="ReasonNumber">Which of the listed reasons, from 0; null: none chosen.</param>
/// <param name="Details">The reason in words.</param>
/// <param name="Confirmed">Whether an unusual figure was ticked as right.</param>
/// <param name="Before">Where the team stood when it was checked, sealed.</param>
public sealed record CorrectionDraft(
    Guid Id, string Typed = "", bool IsVoid = false, int? ReasonNumber = null, string Details = "", bool Confirmed = false,
    string Before = "")
{
    public const string ValueField = "value";
    public const string ReasonField = "reason";
    public const string TickField = "ok";

    public static CorrectionDraft Read(IFormCollection posted) => new(
        Guid.TryParse(posted["id"], out var id) ? id : Guid.Empty,
        One(posted, ValueField),
        posted["void"] == "yes",
        int.TryParse(posted[ReasonField], NumberStyles.None, CultureInfo.InvariantCulture, out var reason) &&
            reason < EntryTexts.Reasons.Count ? reason : null,
        One(posted, "details"),
        posted[TickField] == "yes",
        One(posted, "before"));

    public decimal? Value => !IsVoid && TypedFigure.TryRead(Typed, out var value) ? value : null;

    /// <summary>The reason as it is kept: what was chosen from the list, and the words.</summary>
    internal string ReasonIn(ReaderLanguage words)
    {
        string[] parts = [ReasonNumber is { } number && !IsOther ? words.Of(EntryTexts.Reasons[number]) : "", Details];
        return string.Join(words.Language == Language.English ? ": " : ":", parts.Where(part => part.Length > 0));
    }

    /// <param name="changesMore">Whether something beside the figure is corrected, so that the figure may be the same.</param>
    internal IReadOnlyList<Problem> Problems(HistoryLine line, ReaderLanguage words, bool changesMore = false)
    {
        var problems = new List<Problem>();
        if (!IsVoid && Typed.Length == 0)
        {
            problems.Add(new Problem(ValueField, words.Of(EntryTexts.ValueMissing)));
        }
        else if (!IsVoid && Value is null)
        {
            problems.Add(new Problem(ValueField, words.Of(EntryTexts.NoNumber, Typed)));
        }
        else if (Value == line.Current.Value && !changesMore)
        {
            problems.Add(new Problem(ValueField, words.Of(EntryTexts.SameFigure)));
        }

        if (ReasonNumber is null || (IsOther && Details.Length == 0))
        {
            problems.Add(new Problem(ReasonField, words.Of(EntryTexts.ReasonMissing)));
        }

        return problems;
    }

    internal EntryForm ToEntry(HistoryLine line, Guid superseded, ReaderLanguage words) => new(
        Id,
        line.Cell.Measure,
        Value,
        line.Cell.Subject,
        Product: line.Cell.Product,
        WorkOrder: line.Cell.WorkOrder,
        Detail: line.Cell.Detail,
        Record: line.Record,
        Supersedes: superseded,
        Reason: ReasonIn(words),
        WhyUnusual: Confirmed ? ReasonIn(words) : null);

    private bool IsOther => ReasonNumber == EntryTexts.Reasons.Count - 1;

    private static string One(IFormCollection posted, string name) =>
        (posted[name].FirstOrDefault() ?? "").ReplaceLineEndings("\n").Trim();
}
