using System.Collections.Immutable;
using System.Globalization;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Json;
using Ganchao.Contracts.Refusals;
using Ganchao.Contracts.Registers;
using Ganchao.Grains.Interfaces.Sheets;
using Ganchao.Grains.Ledger;

namespace Ganchao.Grains.Sheets;

/// <summary>Marks the entries of a list that are unusual, and warns of them; none is refused for it.</summary>
internal sealed class Doubts(EntryList entries, EntryRules rules)
{
    private readonly ILookup<Guid, (int Index, EntryForm Form)> _sent =
        entries.Entries.Index().ToLookup(sent => sent.Item.Id, sent => (sent.Index, sent.Item));

    /// <summary>The entries beside which the last figures are to be read.</summary>
    public ImmutableArray<EntryRecorded> Asked(SheetDecision decision) =>
        [.. decision.Events.Where(drafted => IsAsked(drafted.Id)).Select(drafted => drafted.Event)];

    public SheetDecision Mark(SheetDecision decision, Plausibility plausibility)
    {
        var warnings = new List<Warning>();
        var events = new List<(Guid, EntryRecorded)>();
        foreach (var (id, entry) in decision.Events)
        {
            ImmutableArray<UnusualMark> marks = [.. MarksOf(id, entry, plausibility)];
            var field = string.Create(CultureInfo.InvariantCulture, $"entries[{_sent[id].First().Index}].value");
            warnings.AddRange(marks.Select(mark => DoubtTexts.Of(field, MeasureOf(entry), entry.Value!.Value, mark)));
            events.Add((id, marks.IsEmpty ? entry : entry with { Unusual = marks }));
        }

        return decision with { Warnings = [.. warnings], Events = [.. events] };
    }

    private IEnumerable<UnusualMark> MarksOf(Guid id, EntryRecorded entry, Plausibility plausibility)
    {
        if (entry.Value is not { } value)
        {
            return [];
        }

        var measure = MeasureOf(entry);
        var marks = IsAsked(id)
            ? plausibility.Judge(SheetDraft.CellOf(entry), measure, value, entry.Supersedes)
                .Select(mark => Rounded(mark, measure))
            : [];
        return value < measure.UsualMin || value > measure.UsualMax ? marks.Append(new UnusualMark(Oddity.OutsideUsual)) : marks;
    }

    private static UnusualMark Rounded(UnusualMark mark, MeasureLine measure) => mark with
    {
        Typical = mark.Typical is { } typical
            ? Math.Round(typical, Math.Min(measure.Decimals + 1, Scale.MaxDecimals), MidpointRounding.AwayFromZero)
            : null,
    };

    private bool IsAsked(Guid id) => Plausibility.IsAsked(_sent[id].First().Form, rules.Actor);

    private MeasureLine MeasureOf(EntryRecorded entry) => rules.Book.Measure(entry.Measure, entry.Date)!;
}

/// <summary>What an interface is told of an unusual figure.</summary>
internal static class DoubtTexts
{
    public static Warning Of(string field, MeasureLine measure, decimal value, UnusualMark mark) => mark.Oddity switch
    {
        Oddity.OutsideUsual => new("unusual-value", field,
            $"{Text(value)} {measure.Unit} is unusual for '{measure.Measure}' (usually {Bound(measure.UsualMin)} … " +
            $"{Bound(measure.UsualMax)}); taken as it is.", mark),
        Oddity.FarFromMean => new("far-from-mean", field,
            $"{Text(value)} {measure.Unit} is far from {Text(mark.Typical!.Value)}, the mean of the last {Count(mark)} figures of " +
            $"'{measure.Measure}'; taken as it is.", mark),
        Oddity.OtherUnit => new("other-unit", field,
            $"{Text(value)} {measure.Unit} is about {Text(mark.Factor!.Value)} times {Text(mark.Typical!.Value)}, the mean of the last " +
            $"{Count(mark)} figures of '{measure.Measure}'. Is the unit right? Taken as it is.", mark),
        Oddity.RestDay => new("rest-day", field,
            $"The plant's calendar has nobody working on the day of this '{measure.Measure}'; taken as it is.", mark),
        Oddity.MoreThanBefore => new("more-than-before", field,
            $"With {Text(value)} {measure.Unit} of '{measure.Measure}' this step has more than the {Text(mark.Typical!.Value)} that " +
            "the step before has reported for the work order up to then; taken as it is.", mark),
        Oddity.NotSet => throw new InvalidOperationException("A mark says what is unusual."),
    };

    private static string Count(UnusualMark mark) => mark.Figures!.Value.ToString(CultureInfo.InvariantCulture);

    private static string Bound(decimal? bound) => bound is { } value ? Text(value) : "∞";

    private static string Text(decimal value) => DecimalTextConverter.Normal(value);
}
