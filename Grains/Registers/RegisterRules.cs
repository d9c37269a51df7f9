using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Refusals;
using Ganchao.Contracts.Registers;
using Ganchao.Grains.Boards;
using Ganchao.Grains.Ledger;
using Ganchao.Grains.Roles;
using Ganchao.Scoring;
using Names = Ganchao.Contracts.Names;

namespace Ganchao.Grains.Registers;

/// <summary>What a line of a register must keep, the book being what was recorded before it.</summary>
internal static class RegisterRules
{
    private const int MaxNameLength = 200;
    private const int MaxReasonLength = 1_000;
    private const int MaxPeriodYears = 10;
    private const int LastYear = 2100;

    private static readonly DateOnly FirstDate = new(1990, 1, 1);

    private static bool IsUnprintable(char sign) => char.IsControl(sign) && sign is not ('\r' or '\n');

    /// <summary>The register that a line belongs into.</summary>
    public static RegisterName RegisterOf(RegisterLine line) => line switch
    {
        UnitLine or UnitClosedLine or MemberLine => RegisterName.Organisation,
        ShiftKindLine or WorkingWeekLine or DayLine => RegisterName.Calendar,
        ProductLine => RegisterName.Products,
        WorkOrderLine => RegisterName.WorkOrders,
        MeasureLine => RegisterName.Measures,
        PlanLine or PlanChangeLine or ExclusionLine => RegisterName.Plans,
        CoefficientLine or TagLine => RegisterName.Coefficients,
        RulebookLine => RegisterName.Rulebooks,
        RoleLine or RoleEndedLine => RegisterName.Roles,
        _ => RegisterName.NotSet,
    };

    public static IEnumerable<Refusal> Check(RegisterLine line, string field, PlantBook book) => line switch
    {
        UnitLine unit => CheckUnit(unit, field, book),
        UnitClosedLine closed => CheckClosed(closed, field, book),
        MemberLine member => CheckMember(member, field, book),
        ShiftKindLine kind => CheckShiftKind(kind, field),
        WorkingWeekLine week => week.Days.Count == 0
            ? [LineRefusals.NumberOutOfRange($"{field}.days", "A working week has at least one day.")]
            : [],
        DayLine day => CheckDay(day, field),
        ProductLine product => CheckProduct(product, field, book),
        WorkOrderLine order => CheckWorkOrder(order, field, book),
        MeasureLine measure => CheckMeasure(measure, field, book),
        PlanLine plan => CheckPlan(plan, field, book),
        PlanChangeLine change => CheckPlanChange(change, field, book),
        ExclusionLine exclusion => CheckExclusion(exclusion, field, book),
        CoefficientLine coefficient => string.IsNullOrWhiteSpace(coefficient.Name) || !IdText.IsValid(coefficient.Entrant)
            ? [LineRefusals.NumberOutOfRange(field, "A coefficient has a name and the id of an entrant.")]
            : ReservedCoefficients.IsReserved(coefficient.Name)
                ? [LineRefusals.NumberOutOfRange(
                    $"{field}.name", $"'{coefficient.Name}' is worked out by the system; choose another name.")]
                : [],
        TagLine tag => string.IsNullOrWhiteSpace(tag.Name) || !IdText.IsValid(tag.Entrant) || tag.Text.Length > MaxNameLength
            || tag.Text.Any(char.IsControl)
                ? [LineRefusals.NumberOutOfRange(field, "A tag has a name, the id of an entrant and a short text.")]
                : [],
        RulebookLine rulebook => CheckRulebook(rulebook, field),
        RoleLine or RoleEndedLine => RoleRules.Check(line, field, book),
        _ => throw new InvalidOperationException($"A {line.GetType().Name} is no line of a register."),
    };

    /// <summary>Why a line is recorded, where it says so.</summary>
    public static IEnumerable<Refusal> CheckReason(RegisterLine line, string field) =>
        line.Reason is { } reason && (reason.Length > MaxReasonLength || reason.Any(IsUnprintable))
            ? [LineRefusals.ReasonWrong(field, MaxReasonLength)]
            : [];

    public static IEnumerable<Refusal> CheckNames(Names names, string field) =>
        string.IsNullOrWhiteSpace(names.Zh) || names.Zh.Length > MaxNameLength || names.En?.Length > MaxNameLength
            ? [LineRefusals.NameMissing(field)]
            : $"{names.Zh}{names.En}".Any(char.IsControl) ? [LineRefusals.ControlCharacters($"{field}.names")]
            : [];

    /// <summary>A range is walked day by day: it is not empty, and not endless.</summary>
    public static IEnumerable<Refusal> CheckPeriod(DateRange period, string field) =>
        period.Start >= period.End ? [LineRefusals.PeriodEmpty(field)]
        : period.Start < FirstDate || period.End.Year - period.Start.Year > MaxPeriodYears
            ? [LineRefusals.PeriodOutOfRange(field, FirstDate, MaxPeriodYears)]
            : [];

    private static IEnumerable<Refusal> CheckUnit(UnitLine line, string field, PlantBook book)
    {
        foreach (var refusal in CheckNames(line.Names, field))
        {
            yield return refusal;
        }

        if (book.Organisation.Last(line.Unit) is { } before && before.Kind != line.Kind)
        {
            yield return LineRefusals.KindChanged(field, line.Unit, before.Kind);
        }

        if (line.Parent is not { } parent)
        {
            if (line.Kind != UnitKind.Plant)
            {
                yield return LineRefusals.ParentMissing(field, line.Unit);
            }
        }
        else if (parent == line.Unit || book.Organisation.With(line).IsCyclic(line.Unit, line.From))
        {
            yield return LineRefusals.Cycle(field, line.Unit);
        }
        else if (book.Organisation.At(parent, line.From) is null)
        {
            yield return LineRefusals.UnitUnknown($"{field}.parent", parent, line.From);
        }
    }

    private static IEnumerable<Refusal> CheckClosed(UnitClosedLine line, string field, PlantBook book)
    {
        if (book.Organisation.Last(line.Unit) is null)
        {
            yield return LineRefusals.UnitUnknown($"{field}.unit", line.Unit, line.From);
        }

        if (line.Successor is { } successor && book.Organisation.At(successor, line.From) is null)
        {
            yield return LineRefusals.UnitUnknown($"{field}.successor", successor, line.From);
        }
    }

    private static IEnumerable<Refusal> CheckMember(MemberLine line, string field, PlantBook book)
    {
        if (book.Organisation.At(line.Unit, line.From) is null)
        {
            yield return LineRefusals.UnitUnknown($"{field}.unit", line.Unit, line.From);
        }

        if (line.Employment == Employment.NotSet)
        {
            yield return LineRefusals.EmploymentMissing(field, line.Person);
        }

        if (line.Until < line.From)
        {
            yield return LineRefusals.EndsBeforeItBegins(field, line.From);
        }
    }

    private static IEnumerable<Refusal> CheckShiftKind(ShiftKindLine line, string field)
    {
        foreach (var refusal in CheckNames(line.Names, field))
        {
            yield return refusal;
        }

        if (line.LengthMinutes is < 1 or > 1_440)
        {
            yield return LineRefusals.NumberOutOfRange($"{field}.lengthMinutes", "A shift lasts 1 to 1,440 minutes.");
        }

        if (line.StartsDaysAfterDate is < -1 or > 1)
        {
            yield return LineRefusals.NumberOutOfRange(
                $"{field}.startsDaysAfterDate", "A shift starts at most one day before or after its production date.");
        }

        if (!TimeZoneInfo.TryFindSystemTimeZoneById(line.Zone, out _))
        {
            yield return LineRefusals.ZoneUnknown(field, line.Zone);
        }
    }

    private static IEnumerable<Refusal> CheckDay(DayLine line, string field)
    {
        if (line.Date < FirstDate || line.Date.Year > LastYear)
        {
            yield return LineRefusals.DayOutOfRange(field, line.Date, FirstDate, LastYear);
        }

        if (line.KindOrUsual() is DayKind.NotSet
            || line.Working != (line.KindOrUsual() is DayKind.WorkingDay or DayKind.SwappedWorkingDay))
        {
            yield return LineRefusals.DayKindWrong(field, line);
        }

        foreach (var refusal in line.Names is { } names ? CheckNames(names, field) : [])
        {
            yield return refusal;
        }
    }

    private static IEnumerable<Refusal> CheckProduct(ProductLine line, string field, PlantBook book)
    {
        foreach (var refusal in CheckNames(line.Names, field))
        {
            yield return refusal;
        }

        if (line.UnitWeight < 0 || line.Price < 0 || line.QuotaHours < 0 || line.Outputs.Any(output => output.PerPiece < 0))
        {
            yield return LineRefusals.NumberOutOfRange(
                field, "Unit weight, price, quota hours and outputs are not negative.");
        }

        if (line.Until < line.From)
        {
            yield return LineRefusals.EndsBeforeItBegins(field, line.From);
        }

        foreach (var twice in line.Outputs.CountBy(output => output.Team).Where(output => output.Value > 1))
        {
            yield return LineRefusals.OutputTwice(field, twice.Key);
        }

        foreach (var team in line.Route.SelectMany(step => step.Teams).Where(team => book.Organisation.Last(team) is null))
        {
            yield return LineRefusals.UnitUnknown($"{field}.route", team, line.From);
        }

        foreach (var output in line.Outputs.Where(output => book.Organisation.Last(output.Team) is null))
        {
            yield return LineRefusals.UnitUnknown($"{field}.outputs", output.Team, line.From);
        }
    }

    private static IEnumerable<Refusal> CheckWorkOrder(WorkOrderLine line, string field, PlantBook book)
    {
        if (line.Project is { } project && !book.Projects.ContainsKey(project))
        {
            yield return LineRefusals.Unknown($"{field}.project", "project", project.Value);
        }

        if (line.Product is { } product && book.Product(product, line.From) is null)
        {
            yield return LineRefusals.Unknown($"{field}.product", "product", product.Value);
        }
    }

    private static IEnumerable<Refusal> CheckMeasure(MeasureLine line, string field, PlantBook book)
    {
        foreach (var refusal in CheckNames(line.Names, field))
        {
            yield return refusal;
        }

        if (line.Decimals is < 0 or > Scale.MaxDecimals)
        {
            yield return LineRefusals.NumberOutOfRange($"{field}.decimals", "A measure has 0 to 9 decimals.");
        }

        if (line.Until < line.From)
        {
            yield return LineRefusals.EndsBeforeItBegins(field, line.From);
        }

        if (line.Unit.Any(char.IsControl))
        {
            yield return LineRefusals.ControlCharacters($"{field}.unit");
        }

        if (string.IsNullOrWhiteSpace(line.Unit) || line.Min > line.Max || line.UsualMin > line.UsualMax)
        {
            yield return LineRefusals.NumberOutOfRange(
                field, "A measure has a unit, and its least value is not above its greatest.");
        }

        if (line.Kind == MeasureKind.NotSet || line.Subject == SubjectKind.NotSet ||
            line.Occasion == Contracts.Entries.Occasion.NotSet)
        {
            yield return LineRefusals.NumberOutOfRange(field, "A measure has a kind, a subject and an occasion.");
        }

        if (book.Measure(line.Measure) is { } before &&
            (before.Unit, before.Decimals, before.Kind) != (line.Unit, line.Decimals, line.Kind))
        {
            yield return LineRefusals.MeasureChanged(field, before);
        }

        foreach (var refusal in MeasureRules.CheckAttributes(line, field).Concat(MeasureRules.CheckCertifiers(line, field, book)))
        {
            yield return refusal;
        }

        var computed = line.Kind is MeasureKind.Derived or MeasureKind.Ratio;
        if (computed && string.IsNullOrWhiteSpace(line.Formula))
        {
            yield return LineRefusals.FormulaMissing(field, line.Measure);
        }
        else if (!computed && line.Formula is not null)
        {
            yield return LineRefusals.FormulaNotTaken(field, line.Measure);
        }
        else if (computed && DerivedMeasures.FaultOf(line, book) is { } fault)
        {
            yield return LineRefusals.TextBroken($"{field}.formula", fault);
        }
        else if (computed && RulebookShelf.FaultBy(line, book) is { } consequence)
        {
            yield return LineRefusals.TextBroken($"{field}.formula", consequence);
        }
    }

    private static IEnumerable<Refusal> CheckPlan(PlanLine line, string field, PlantBook book)
    {
        foreach (var refusal in CheckPlanned(line.Measure, line.Period, line.Value, field, book))
        {
            yield return refusal;
        }

        if (!IsKnown(line.Subject, book))
        {
            yield return LineRefusals.Unknown($"{field}.subject", "subject", line.Subject.ToString());
        }

        if (line.Product is { } product && book.Product(product, line.Period.Start) is null)
        {
            yield return LineRefusals.Unknown($"{field}.product", "product", product.Value);
        }

        // What overlaps would be added up where a stage touches both.
        if (book.Plans.Of(line.Measure, line.Subject)
            .Any(plan => (plan.Product == line.Product || plan.Product is null || line.Product is null) &&
                plan.Period.Overlaps(line.Period)))
        {
            yield return LineRefusals.PlanThere(field, line);
        }
    }

    private static IEnumerable<Refusal> CheckPlanChange(PlanChangeLine line, string field, PlantBook book)
    {
        foreach (var refusal in CheckPlanned(line.Measure, line.Period, line.Value, field, book))
        {
            yield return refusal;
        }

        if (string.IsNullOrWhiteSpace(line.Reason) || string.IsNullOrWhiteSpace(line.Notice))
        {
            yield return LineRefusals.ReasonMissing(field, "A plan change notice has a number, and");
        }

        if (book.Plans.Find(line.Measure, line.Subject, line.Product, line.Period) is null)
        {
            yield return LineRefusals.PlanMissing(field, line);
        }
    }

    public static bool IsKnown(SubjectId subject, PlantBook book) => subject.Kind switch
    {
        SubjectKind.Team or SubjectKind.Branch => book.Organisation.Last(new UnitId(subject.Key)) is not null,
        SubjectKind.Project => book.Projects.ContainsKey(new ProjectId(subject.Key)),
        SubjectKind.Person or SubjectKind.Machine => true,
        SubjectKind.NotSet => false,
    };

    private static IEnumerable<Refusal> CheckPlanned(
        MeasureCode code, DateRange period, decimal value, string field, PlantBook book)
    {
        foreach (var refusal in CheckPeriod(period, $"{field}.period"))
        {
            yield return refusal;
        }

        if (value < 0)
        {
            yield return LineRefusals.NumberOutOfRange($"{field}.value", "A plan is not negative.");
        }

        if (book.Measure(code) is not { } measure)
        {
            yield return LineRefusals.Unknown($"{field}.measure", "measure", code.Value);
        }
        else if (!Scale.TryScale(value, measure.Decimals, out _))
        {
            yield return LineRefusals.TooManyDecimals(field, measure);
        }
    }

    private static IEnumerable<Refusal> CheckExclusion(ExclusionLine line, string field, PlantBook book)
    {
        if (line.Shift.Plant != book.Plant)
        {
            yield return LineRefusals.Unknown($"{field}.shift", "plant", line.Shift.Plant.Value);
        }

        if (book.Organisation.At(line.Shift.Team, line.Shift.Date) is null)
        {
            yield return LineRefusals.UnitUnknown($"{field}.shift", line.Shift.Team, line.Shift.Date);
        }

        if (book.Calendar.KindAt(line.Shift.Kind, line.Shift.Date) is not { } kind)
        {
            yield return LineRefusals.Unknown($"{field}.shift", "shift-kind", line.Shift.Kind.Value);
        }
        else if (line.Minutes < 1 || book.Calendar.With(line).ExcludedMinutes(line.Shift) > kind.LengthMinutes)
        {
            yield return LineRefusals.NumberOutOfRange(
                $"{field}.minutes",
                $"An exclusion lasts 1 minute or more, all of a shift together {kind.LengthMinutes}, its length, at most.");
        }
    }

    private static IEnumerable<Refusal> CheckRulebook(RulebookLine line, string field)
    {
        var found = RulebookDiagnosis.Of(line.Text);
        var errors = found.Where(diagnostic => diagnostic.Severity == Severity.Error)
            .Select(error => LineRefusals.TextBroken($"{field}.text", error.ToString()))
            .ToList();
        return errors.Count > 0 ? errors : CheckAccepted(line.Accept ?? [], found, $"{field}.accept");
    }

    // What is accepted is kept with the name of whoever publishes: neither less nor more than the checks say.
    private static IEnumerable<Refusal> CheckAccepted(
        IReadOnlyList<string> accepted, IReadOnlyList<Diagnostic> warnings, string field) =>
        warnings.Where(warning => !accepted.Contains(warning.Id))
            .Select(warning => LineRefusals.WarningNotAccepted(field, warning))
            .Concat(accepted.Where(id => warnings.All(warning => warning.Id != id)).Distinct()
                .Select(id => LineRefusals.NothingToAccept(field, id)));
}
