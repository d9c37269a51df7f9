using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Refusals;
using Ganchao.Dashboard.Entry;
using Ganchao.Grains;
using Ganchao.Grains.Interfaces.Sheets;
using Ganchao.Grains.Ledger;
using Ganchao.Grains.Registers;
using Ganchao.Silo.Identity;

namespace Ganchao.Silo.Entry;

/// <summary>The entry pages' desk: plants' books and facts to read, sheets to write, standings to look at.</summary>
internal sealed class EntryDesk(
    Callers callers,
    ILedger ledger,
    IPlantBooks books,
    IGrainFactory grains,
    ShiftFinder finder,
    ShiftFormReader forms,
    WorkOrderFields orders,
    SheetHistoryReader histories,
    TeamPlaces places,
    Unconfirmed unconfirmed,
    SheetWriting writing,
    PlantClock clock) : IEntryDesk
{
    public EntryWriter WriterOf(HttpContext context)
    {
        var caller = callers.Of(context, Role.ShiftLead);
        return new EntryWriter(caller.Actor, caller.Status, caller.Rule);
    }

    public async Task<IReadOnlyList<EntryPlant>> ListAsync(HttpContext? context, CancellationToken cancellationToken)
    {
        var who = context is null ? null : SignedIn.Of(context.User);
        var plants = new List<EntryPlant>();
        foreach (var plant in await ledger.ReadPlantsAsync(cancellationToken))
        {
            if (who is null || who.Value.Plant == plant)
            {
                var book = await books.ReadAsync(plant, cancellationToken);
                plants.Add(ShiftChoices.Of(book, clock.GetUtcNow(), team => MayEnter(book, who?.Person, team)));
            }
        }

        return plants;
    }

    public async Task<IReadOnlyList<UnconfirmedSheet>> ListUnconfirmedAsync(
        HttpContext context, CancellationToken cancellationToken) => SignedIn.Of(context.User) is { } who
            ? await unconfirmed.ListAsync(who.Plant, who.Person, cancellationToken)
            : [];

    public Task<EntryAnswer?> ConfirmAsync(ShiftId shift, bool isLoan, Guid id, IReadOnlyList<Guid> entries, Actor actor) =>
        writing.WriteAsync(shift, sheet => isLoan ? sheet.ConfirmLoan(id, entries, actor) : sheet.Confirm(id, entries, actor));

    public async Task<ShiftReading> ReadAsync(ShiftId shift, CancellationToken cancellationToken)
    {
        var (known, unknown) = await finder.FindAsync(shift, cancellationToken);
        return new ShiftReading(known is null ? null : await forms.ReadAsync(known, cancellationToken), unknown);
    }

    public async Task<OrderReading> FindOrderAsync(ShiftId shift, string typed, CancellationToken cancellationToken) =>
        await orders.FindAsync(await KnownAsync(shift, cancellationToken), typed, cancellationToken);

    public async Task<IReadOnlyList<EntryField>> ReadFieldsAsync(
        ShiftId shift, IReadOnlyList<EntryCell> cells, CancellationToken cancellationToken) =>
        await forms.FieldsAsync(await KnownAsync(shift, cancellationToken), cells, cancellationToken);

    public async Task<EntryJudgement> CheckAsync(
        ShiftId shift, EntryList entries, Actor actor, CancellationToken cancellationToken)
    {
        var known = await KnownAsync(shift, cancellationToken);
        return JudgementOf(await SheetOf(shift).Enter(InName(entries, known, actor), actor, dryRun: true));
    }

    /// <summary>What a sheet says of a list that it was not to write yet.</summary>
    public static EntryJudgement JudgementOf(EntryAnswer answer) => new(
        answer,
        answer.Outcome == EntryOutcome.Refused ? [] : [.. answer.Warnings.Select(UnusualOf).OfType<UnusualFigure>()]);

    public async Task<EntryAnswer?> EnterAsync(
        ShiftId shift, EntryList entries, Actor actor, CancellationToken cancellationToken) =>
        await EnterAsync(await KnownAsync(shift, cancellationToken), entries, actor);

    public async Task<EntrySubmission> SubmitAsync(
        ShiftId shift, EntryList entries, Actor actor, CancellationToken cancellationToken)
    {
        var known = await KnownAsync(shift, cancellationToken);
        var before = await places.ReadReconciledAsync(known);
        var answer = await EnterAsync(known, entries, actor);
        return new EntrySubmission(
            answer,
            before,
            answer is null or { Outcome: EntryOutcome.Refused } ? [] : await places.ReadReconciledAsync(known));
    }

    public async Task<EntrySubmission> SignOffAsync(
        ShiftId shift, Guid id, Actor actor, CancellationToken cancellationToken) =>
        new(await writing.WriteAsync(shift, sheet => sheet.SignOff(id, actor)), [], []);

    public async Task<EntrySubmission> ReportNothingAsync(
        ShiftId shift, NothingForm form, Actor actor, CancellationToken cancellationToken)
    {
        var known = await KnownAsync(shift, cancellationToken);
        var sent = OnBehalf.Of(form, known, actor, TodayIn(known.Book));
        return new(await writing.WriteAsync(shift, sheet => sheet.ReportNothing(sent, actor)), [], []);
    }

    public async Task<SheetHistory?> HistoryAsync(ShiftId shift, CancellationToken cancellationToken) =>
        (await finder.FindAsync(shift, cancellationToken)).Shift is { } known
            ? await histories.ReadAsync(known, cancellationToken)
            : null;

    public Task<DepartmentHistory?> HistoryAsync(DepartmentSheet sheet, CancellationToken cancellationToken) =>
        histories.ReadAsync(sheet, cancellationToken);

    public async Task<IReadOnlyList<BoardPlace>> PlacesAsync(ShiftId shift, CancellationToken cancellationToken) =>
        (await finder.FindAsync(shift, cancellationToken)).Shift is { } known ? await places.ReadAsync(known) : [];

    private Task<EntryAnswer?> EnterAsync(KnownShift shift, EntryList entries, Actor actor)
    {
        var sent = InName(entries, shift, actor);
        return writing.WriteAsync(shift.Id, sheet => sheet.Enter(sent, actor, dryRun: false));
    }

    private EntryList InName(EntryList entries, KnownShift shift, Actor actor) =>
        OnBehalf.Of(entries, shift, actor, TodayIn(shift.Book));

    private bool MayEnter(PlantBook book, PersonId? person, UnitId team) =>
        EntryRights.MayEnter(book, person, team, TodayIn(book));

    private DateOnly TodayIn(PlantBook book) => book.Calendar.DateAt(clock.GetUtcNow());

    private async Task<KnownShift> KnownAsync(ShiftId shift, CancellationToken cancellationToken) =>
        (await finder.FindAsync(shift, cancellationToken)).Shift ??
        throw new InvalidOperationException($"Shift {shift} was known when its page was read, and is not now.");

    private IShiftGrain SheetOf(ShiftId shift) => grains.GetGrain<IShiftGrain>(shift.ToString());

    // The sheet judges; its warnings name the entry that they are about.
    private static UnusualFigure? UnusualOf(Warning warning) =>
        warning.Mark is { } mark && ListedField.IndexIn(warning.Field) is { } index ? new UnusualFigure(index, mark) : null;
}
