using System.Collections.Immutable;

namespace Ganchao.Scoring.Jobs;

/// <summary>The fields of a fact, as job files and headings name them.</summary>
internal static class FactFields
{
    public const string Entrant = "entrant";
    public const string Subject = "subject";
    public const string Sheet = "sheet";
    public const string Date = "date";
    public const string Shift = "shift";
    public const string ShiftOrder = "shift_order";
    public const string Occasion = "occasion";
    public const string Measure = "measure";
    public const string Product = "product";
    public const string WorkOrder = "work_order";
    public const string Detail = "detail";
    public const string Record = "record";
    public const string Value = "value";
    public const string ObservedAt = "observed_at";
    public const string Counterparty = "counterparty";
    public const string Scorer = "scorer";

    public static readonly ImmutableArray<string> All =
    [
        Entrant, Subject, Sheet, Date, Shift, ShiftOrder, Occasion, Measure, Product, WorkOrder, Detail, Record, Value,
        ObservedAt, Counterparty, Scorer,
    ];
}
