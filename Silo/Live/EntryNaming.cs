using Ganchao.Contracts;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Registers;
using Ganchao.Dashboard.Entry;
using Ganchao.Dashboard.Explanations;
using Ganchao.Grains.Interfaces.Sheets;
using Ganchao.Grains.Ledger;
using Ganchao.Grains.Registers;
using Ganchao.Grains.Sheets;
using Ganchao.Silo.Entry;

namespace Ganchao.Silo.Live;

/// <summary>Puts the names of a plant's book to the ids of an entry.</summary>
internal sealed class EntryNaming(PlantBook book, string entrant, TimeSpan utcOffset)
{
    public ExplainedEntry Of(FactRow fact, EntrySource? source)
    {
        var measure = book.Measure(fact.Measure);
        return new ExplainedEntry
        {
            Date = fact.Date,
            Sheet = SheetOf(fact),
            Measure = MeasureOf(fact.Measure.Value),
            Unit = measure?.Unit ?? "",
            Value = fact.Value ?? 0,
            Decimals = fact.Decimals,
            Product = fact.Product.Length == 0 ? null
                : book.Product(new ProductCode(fact.Product), fact.Date)?.Names ?? new Names(fact.Product),
            WorkOrder = fact.WorkOrder,
            Detail = fact.Detail,
            Cause = fact.Measure == ReservedMeasures.ExcludedMinutes
                ? ExclusionDetails.CauseOf(fact.Detail)
                : ExclusionCause.NotSet,
            Record = Guid.TryParse(fact.Record, out _) || fact.Occasion != Occasion.Heat ? "" : fact.Record,
            Subject = fact.Subject.Key == entrant ? null : BookNames.Of(book, fact.Subject),
            Source = source,
        };
    }

    /// <summary>Null for an event that is no figure of somebody's, such as a sign-off.</summary>
    /// <param name="whyOf">Finds a text that is held outside the ledger.</param>
    public async Task<EntrySource?> SourceOfAsync(StoredEvent stored, Func<Commitment, Task<KeptText>> whyOf) =>
        EventCodec.Decode(stored) switch
        {
            EntryRecorded entry => Of(stored, entry.Way) with
            {
                Unusual = entry.Unusual,
                WhyUnusual = entry.WhyUnusual is { } why ? await whyOf(why) : null,
            },
            ExclusionAnswered or ExclusionDecided => Of(stored, EntryWay.Ordinary) with { Agreed = true },
            _ => null,
        };

    private EntrySource Of(StoredEvent stored, EntryWay way) =>
        new(stored.Actor.Kind, stored.Actor.Role, way, stored.At.ToOffset(utcOffset));

    public Names MeasureOf(string measure) =>
        (IdText.IsValid(measure) ? book.Measure(new MeasureCode(measure))?.Names : null) ?? new Names(measure);

    private ExplainedSheet SheetOf(FactRow fact)
    {
        if (fact.Stream.Kind == StreamKind.Event)
        {
            return new ExplainedSheet(null, new Names(fact.Stream.Key), null, Occasion.Event);
        }

        var owner = fact.Stream.Key.Split('/')[0];
        return new ExplainedSheet(
            $"{(fact.Stream.Kind == StreamKind.Shift ? ShiftAddress.HistoryPath : DepartmentSheet.HistoryPath)}/" +
                $"{fact.Stream.Plant}/{fact.Stream.Key}",
            BookNames.OfUnit(book, owner),
            fact.Shift.Length == 0 ? null
                : book.Calendar.KindAt(new ShiftKind(fact.Shift), fact.Date)?.Names ?? new Names(fact.Shift),
            fact.Occasion == Occasion.Heat ? Occasion.Shift : fact.Occasion);
    }
}
