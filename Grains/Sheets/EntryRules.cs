using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Refusals;
using Ganchao.Contracts.Registers;
using Ganchao.Grains.Ledger;
using Ganchao.Grains.Registers;
using Ganchao.Grains.Roles;

namespace Ganchao.Grains.Sheets;

/// <summary>What the registers say about an entry, whatever else stands on its sheet.</summary>
internal sealed class EntryRules(SheetKey sheet, PlantBook book, Actor actor, DateOnly today)
{
    public const int MaxKeyLength = 64;
    public const int MaxTextLength = 2_000;

    private static readonly DateOnly FirstDate = new(1990, 1, 1);

    // They look on, decide or pay; the figures are not theirs to touch.
    private static readonly Role[] NeverEnter =
        [Role.NotSet, Role.Viewer, Role.Committee, Role.Payer, Role.Auditor, Role.Administrator];

    private readonly DateOnly _lastDate = today.AddDays(1);

    /// <summary>The rules for the sheet as a whole.</summary>
    public IEnumerable<Refusal> CheckSheet()
    {
        if (NeverEnter.Contains(actor.Role))
        {
            yield return SheetRefusals.RoleNeverEnters(actor.Role);
        }

        if (sheet.Owner is not { } owner)
        {
            yield break;
        }

        foreach (var refusal in RoleRules.CheckActor(actor, owner, book, today).Concat(CheckAddress()))
        {
            yield return refusal;
        }
    }

    /// <summary>Whether there is such a sheet, whoever asks.</summary>
    public IEnumerable<Refusal> CheckAddress()
    {
        if (sheet.Date is not { } date || sheet.Owner is not { } owner)
        {
            yield break;
        }

        if (date < FirstDate || date > _lastDate)
        {
            yield return SheetRefusals.DateOutOfRange("sheet", date, FirstDate, _lastDate);
        }
        else if (book.Organisation.At(owner, date) is null)
        {
            yield return SheetRefusals.OwnerUnknown(sheet);
        }
        else if (!sheet.StartsPeriod)
        {
            yield return SheetRefusals.PeriodStart(sheet);
        }
        else if (sheet.Shift is { } kind && !Works(owner, kind, date))
        {
            yield return SheetRefusals.ShiftUnknown(sheet);
        }
    }

    /// <summary>The rules for one entry; the date is the sheet's, or the entry's on an event sheet.</summary>
    public IEnumerable<Refusal> Check(EntryForm form, string field) =>
        CheckDate(form, field) is { } wrongDate
            ? [wrongDate]
            : book.Measure(form.Measure, DateOf(form)) is { } measure
                ? CheckMeasure(form, field, measure)
                    .Concat(CheckOpen(form, field, measure))
                    .Concat(CheckSubject(form, field, measure))
                    .Concat(CheckReferences(form, field))
                    .Concat(CheckValue(form, field, measure))
                    .Concat(CheckTexts(form, field))
                    .Concat(TagRules.Check(form, field, measure))
                : [SheetRefusals.MeasureUnknown(field, form.Measure)];

    public PlantBook Book => book;

    public Actor Actor => actor;

    public DateOnly DateOf(EntryForm form) => sheet.Date ?? form.Date ?? DateOnly.MinValue;

    /// <summary>Whom the entry is about: as it says, else the team whose shift sheet this is.</summary>
    public SubjectId? SubjectOf(EntryForm form) =>
        form.Subject ?? sheet.Team;

    /// <summary>The team that lends the person whom the entry is about; null where nobody is lent.</summary>
    public UnitId? LenderOf(EntryForm form) =>
        sheet is { Occasion: Occasion.Shift, Owner: { } team }
        && SubjectOf(form) is { Kind: SubjectKind.Person } person
        && book.Organisation.MembershipOf(new PersonId(person.Key), DateOf(form))?.Unit is { } home
        && home != team
            ? home
            : null;

    public MeasureLine Measure(EntryForm form) => book.Measure(form.Measure, DateOf(form))!;

    private Refusal? CheckDate(EntryForm form, string field) => (sheet.Date, form.Date) switch
    {
        ({ }, { } given) when given != sheet.Date => SheetRefusals.DateOfSheet(field, sheet),
        (null, null) => SheetRefusals.DateMissing(field),
        (null, { } given) when given < FirstDate || given > _lastDate =>
            SheetRefusals.DateOutOfRange($"{field}.date", given, FirstDate, _lastDate),
        _ => null,
    };

    private IEnumerable<Refusal> CheckOpen(EntryForm form, string field, MeasureLine measure)
    {
        // What was entered before it ended can still be corrected.
        if (form.Supersedes is not null)
        {
            yield break;
        }

        if (!measure.IsOpenOn(DateOf(form)))
        {
            yield return SheetRefusals.MeasureEnded(field, measure);
        }

        if (form.Product is { } product && book.Product(product, DateOf(form)) is { } made && !made.IsOpenOn(DateOf(form)))
        {
            yield return SheetRefusals.ProductEnded(field, made);
        }
    }

    private IEnumerable<Refusal> CheckMeasure(EntryForm form, string field, MeasureLine measure)
    {
        if (measure.Kind is MeasureKind.Derived or MeasureKind.Ratio)
        {
            yield return SheetRefusals.MeasureComputed(field, measure);
        }

        if (ReservedMeasures.Of(measure.Measure) is not null)
        {
            yield return SheetRefusals.MeasureReserved(field, measure);
        }

        if (!sheet.Takes(measure.Occasion))
        {
            yield return SheetRefusals.OccasionWrong(field, measure, sheet);
        }

        if (measure.EnteredBy.Count > 0 && !measure.EnteredBy.Contains(actor.Role))
        {
            yield return SheetRefusals.RoleWrong(field, measure, actor.Role);
        }

        if (form.Unit is { } unit && unit != measure.Unit)
        {
            yield return SheetRefusals.UnitWrong(field, measure, unit);
        }

        if (measure.Occasion == Occasion.Heat && string.IsNullOrWhiteSpace(form.Record))
        {
            yield return SheetRefusals.HeatMissing(field, measure);
        }

        if (measure.Occasion != Occasion.Heat && form.Record is not null)
        {
            yield return SheetRefusals.HeatNotTaken(field, measure);
        }
    }

    private IEnumerable<Refusal> CheckSubject(EntryForm form, string field, MeasureLine measure)
    {
        if (SubjectOf(form) is not { } subject)
        {
            yield return SheetRefusals.SubjectMissing(field, measure);
        }
        else if (subject.Kind != measure.Subject)
        {
            yield return SheetRefusals.SubjectKindWrong(field, measure, subject);
        }
        else if (sheet.Occasion == Occasion.Shift && subject.Kind == SubjectKind.Team && subject.Key != sheet.Owner?.Value)
        {
            yield return SheetRefusals.SubjectElsewhere(field, subject, sheet);
        }
        else if (!Exists(subject, DateOf(form)))
        {
            yield return SheetRefusals.SubjectUnknown(field, subject);
        }
        else if (sheet.Owner is null)
        {
            foreach (var refusal in RoleRules.CheckActorOn(subject, actor, book, today))
            {
                yield return refusal;
            }
        }
    }

    private IEnumerable<Refusal> CheckReferences(EntryForm form, string field)
    {
        if (form.Product is { } product && book.Product(product, DateOf(form)) is null)
        {
            yield return SheetRefusals.ProductUnknown(field, product);
        }

        if (form.WorkOrder is { } order && book.WorkOrder(order, DateOf(form)) is null)
        {
            yield return SheetRefusals.WorkOrderUnknown(field, order);
        }
    }

    private static IEnumerable<Refusal> CheckValue(EntryForm form, string field, MeasureLine measure)
    {
        if (form.Value is not { } value)
        {
            return form.Supersedes is null ? [SheetRefusals.ValueMissing(field, measure)] : [];
        }

        if (value < measure.Min || value > measure.Max || Math.Abs(value) > long.MaxValue / Scale.Power(measure.Decimals))
        {
            return [SheetRefusals.OutOfRange(field, measure, value)];
        }

        return Scale.TryScale(value, measure.Decimals, out _)
            ? []
            : [SheetRefusals.TooManyDecimals(field, measure, value)];
    }

    private static IEnumerable<Refusal> CheckTexts(EntryForm form, string field)
    {
        (string Member, string? Text, int Limit)[] texts =
        [
            ("detail", form.Detail, MaxKeyLength), ("record", form.Record, MaxKeyLength),
            ("reason", form.Reason, MaxTextLength), ("note", form.Note, MaxTextLength),
            ("whyUnusual", form.WhyUnusual, MaxTextLength),
        ];
        foreach (var (member, text, limit) in texts)
        {
            if (text is not null
                && (text.Length > limit
                || text.Any(c => char.IsControl(c) && (limit == MaxKeyLength || c is not ('\n' or '\t')))))
            {
                yield return SheetRefusals.TextWrong(field, member, limit);
            }
        }

        if (form.Supersedes is not null && string.IsNullOrWhiteSpace(form.Reason))
        {
            yield return SheetRefusals.ReasonMissing(field);
        }
    }

    private bool Works(UnitId team, ShiftKind kind, DateOnly date) =>
        book.Calendar.KindAt(kind, date) is { } line && (line.Teams.Count == 0 || line.Teams.Contains(team));

    private bool Exists(SubjectId subject, DateOnly date) => subject.Kind switch
    {
        SubjectKind.Team or SubjectKind.Branch => book.Organisation.At(new UnitId(subject.Key), date) is not null,
        SubjectKind.Project => book.Projects.ContainsKey(new ProjectId(subject.Key)),
        SubjectKind.Person or SubjectKind.Machine => true,
        SubjectKind.NotSet => false,
    };
}
