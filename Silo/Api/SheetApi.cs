using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Grains.Interfaces.Sheets;
using Ganchao.Silo.Identity;
using EventId = Ganchao.Contracts.Identity.EventId;

namespace Ganchao.Silo.Api;

/// <summary>Sheets: entries in, sign-off, the sheet as it stands.</summary>
internal static class SheetApi
{
    public static void MapSheets(this IEndpointRouteBuilder api)
    {
        var shift = api.MapGroup("/shifts/{plant}/{team}/{date}/{kind}").WithTags("Sheets");
        shift.MapPut("/entries", EnterShift).WithName("EnterShift").Needs(Right.EnterShift).Answers<EntryAnswer>();
        shift.MapPut("/entries/{id:guid}", EnterShiftOne).WithName("EnterShiftOne").Needs(Right.EnterShift)
            .Answers<EntryAnswer>();
        shift.MapPut("/sign-off/{id:guid}", SignOffShift).WithName("SignOffShift").Needs(Right.SignOffShift)
            .Answers<EntryAnswer>();
        shift.MapPut("/nothing/{id:guid}", ReportNothing).WithName("ReportNothing").Needs(Right.EnterShift)
            .Answers<EntryAnswer>();
        shift.MapPut("/confirmations/{id:guid}", ConfirmShift).WithName("ConfirmShift").Needs(Right.ConfirmEntries)
            .Answers<EntryAnswer>();
        // Not called team: the lending team's lead, who is of another one, confirms here, and the grain knows who may.
        api.MapPut("/shifts/{plant}/{owner}/{date}/{kind}/loans/{id:guid}", ConfirmLoan).WithTags("Sheets").WithName("ConfirmLoan")
            .Needs(Right.ConfirmEntries).Answers<EntryAnswer>();
        shift.MapGet("", ReadShift).WithName("ReadShift").Needs(Right.ReadSheets).Produces<SheetView>();

        var department = api.MapGroup("/departments/{plant}/{department}/{period}/{date}").WithTags("Sheets");
        department.MapPut("/entries", EnterDepartment).WithName("EnterDepartment").Needs(Right.EnterDepartment)
            .Answers<EntryAnswer>();
        department.MapGet("", ReadDepartment).WithName("ReadDepartment").Needs(Right.ReadSheets).Produces<SheetView>();

        var happening = api.MapGroup("/events/{plant}/{event}").WithTags("Sheets");
        happening.MapPut("/entries", EnterEvent).WithName("EnterEvent").Needs(Right.EnterEvent).Answers<EntryAnswer>();
        happening.MapGet("", ReadEvent).WithName("ReadEvent").Needs(Right.ReadSheets).Produces<SheetView>();
    }

    private static Task<IResult> EnterShift(
        PlantId plant, UnitId team, DateOnly date, ShiftKind kind, EntryList list, bool? dryRun,
        HttpContext context, IGrainFactory grains) =>
        Enter(context, Shift(grains, plant, team, date, kind), list, dryRun);

    private static Task<IResult> EnterShiftOne(
        PlantId plant, UnitId team, DateOnly date, ShiftKind kind, Guid id, EntryForm entry, bool? dryRun,
        HttpContext context, IGrainFactory grains) =>
        entry.Id == id
            ? Enter(context, Shift(grains, plant, team, date, kind), new EntryList([entry]), dryRun)
            : Differs(id, entry.Id);

    private static Task<IResult> Differs(Guid address, Guid body) => Task.FromResult(Problems.Of(
        StatusCodes.Status422UnprocessableEntity, "id-differs", "id", $"The address names entry {address}, the body {body}."));

    private static Task<IResult> SignOffShift(
        PlantId plant, UnitId team, DateOnly date, ShiftKind kind, Guid id, HttpContext context, IGrainFactory grains) =>
        Writing.RunAsync(context, Role.ShiftLead, async actor =>
            Writing.Answer(context, await Shift(grains, plant, team, date, kind).SignOff(id, actor)));

    private static Task<IResult> ReportNothing(
        PlantId plant, UnitId team, DateOnly date, ShiftKind kind, Guid id, NothingForm nothing, HttpContext context,
        IGrainFactory grains) =>
        nothing.Id == id
            ? Writing.RunAsync(context, Role.ShiftLead, async actor =>
                Writing.Answer(context, await Shift(grains, plant, team, date, kind).ReportNothing(nothing, actor)))
            : Differs(id, nothing.Id);

    private static Task<IResult> ConfirmShift(
        PlantId plant, UnitId team, DateOnly date, ShiftKind kind, Guid id, ConfirmationForm confirmed, HttpContext context,
        IGrainFactory grains) =>
        Writing.RunAsync(context, Role.ShiftLead, async actor => Writing.Answer(
            context, await Shift(grains, plant, team, date, kind).Confirm(id, confirmed.Entries, actor)));

    private static Task<IResult> ConfirmLoan(
        PlantId plant, UnitId owner, DateOnly date, ShiftKind kind, Guid id, ConfirmationForm confirmed, HttpContext context,
        IGrainFactory grains) =>
        Writing.RunAsync(context, Role.ShiftLead, async actor => Writing.Answer(
            context, await Shift(grains, plant, owner, date, kind).ConfirmLoan(id, confirmed.Entries, actor)));

    private static Task<IResult> ReadShift(
        PlantId plant, UnitId team, DateOnly date, ShiftKind kind, HttpContext context, IGrainFactory grains) =>
        Read(context, Shift(grains, plant, team, date, kind));

    private static Task<IResult> EnterDepartment(
        PlantId plant, UnitId department, string period, DateOnly date, EntryList list, bool? dryRun,
        HttpContext context, IGrainFactory grains) =>
        Department(grains, plant, department, period, date) is { } sheet
            ? Enter(context, sheet, list, dryRun)
            : UnknownPeriod(period);

    private static Task<IResult> ReadDepartment(
        PlantId plant, UnitId department, string period, DateOnly date, HttpContext context, IGrainFactory grains) =>
        Department(grains, plant, department, period, date) is { } sheet
            ? Read(context, sheet)
            : UnknownPeriod(period);

    private static Task<IResult> EnterEvent(
        PlantId plant, EventId @event, EntryList list, bool? dryRun, HttpContext context, IGrainFactory grains) =>
        Enter(context, grains.GetGrain<IEventSheetGrain>($"{plant}/{@event}"), list, dryRun);

    private static Task<IResult> ReadEvent(
        PlantId plant, EventId @event, HttpContext context, IGrainFactory grains) =>
        Read(context, grains.GetGrain<IEventSheetGrain>($"{plant}/{@event}"));

    private static Task<IResult> Enter(HttpContext context, ISheetGrain sheet, EntryList list, bool? dryRun) =>
        Writing.RunAsync(context, Role.Statistician, async actor =>
            Writing.Answer(context, await sheet.Enter(list, actor, dryRun ?? false)));

    private static async Task<IResult> Read(HttpContext context, ISheetGrain sheet)
    {
        var view = await sheet.Read();
        Writing.SetVersion(context, view.Version);
        return Results.Ok(view);
    }

    private static IShiftGrain Shift(
        IGrainFactory grains, PlantId plant, UnitId team, DateOnly date, ShiftKind kind) =>
        grains.GetGrain<IShiftGrain>(new ShiftId(plant, team, date, kind).ToString());

    private static IDepartmentSheetGrain? Department(
        IGrainFactory grains, PlantId plant, UnitId department, string period, DateOnly date) =>
        period is "day" or "week" or "month"
            ? grains.GetGrain<IDepartmentSheetGrain>(
                FormattableString.Invariant($"{plant}/{department}/{date:yyyy-MM-dd}/{period}"))
            : null;

    private static Task<IResult> UnknownPeriod(string period) => Task.FromResult(Problems.Of(
        StatusCodes.Status404NotFound, "unknown-period", "period",
        $"'{period}' is no period of a department sheet: write day, week or month."));
}
