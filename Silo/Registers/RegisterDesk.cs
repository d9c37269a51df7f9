using Ganchao.Client.Wording;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Registers;
using Ganchao.Dashboard.Registers;
using Ganchao.Grains;
using Ganchao.Grains.Interfaces.Registers;
using Ganchao.Grains.Ledger;
using Ganchao.Grains.Registers;
using Ganchao.Silo.Entry;
using Ganchao.Silo.Identity;
using Ganchao.Silo.Ledger;

namespace Ganchao.Silo.Registers;

/// <summary>
/// The desk behind the administrator's pages; what is written goes the way of every import, to the register's grain.
/// </summary>
internal sealed partial class RegisterDesk(
    Callers callers,
    ILedger ledger,
    IPlantBooks books,
    IGrainFactory grains,
    RegisterHistory history,
    AccountTable accounts,
    NewAccounts newcomers,
    PlantClock clock,
    ILogger<RegisterDesk> logger) : IRegisterDesk
{
    private const int PageSize = 100;

    public async Task<IReadOnlyList<RegisterPlant>> PlantsAsync(HttpContext context)
    {
        var plants = SignedIn.Of(context.User) is { } who ? [who.Plant] : await ledger.ReadPlantsAsync(context.RequestAborted);
        var named = new List<RegisterPlant>();
        foreach (var plant in plants)
        {
            named.Add(new RegisterPlant(plant, BookNames.OfPlant(await books.ReadAsync(plant, context.RequestAborted))));
        }

        return named;
    }

    public async Task<RegisterAccess?> OpenAsync(HttpContext context, PlantId plant)
    {
        if (!(await ledger.ReadPlantsAsync(context.RequestAborted)).Contains(plant))
        {
            return null;
        }

        var book = await books.RefreshAsync(plant, context.RequestAborted);
        var today = Today(book);
        return new RegisterAccess(new RegisterPlant(plant, BookNames.OfPlant(book)), today, WriterOf(context, book, today).Rule);
    }

    public async Task<RegisterPageful> ListAsync(
        PlantId plant, RegisterForm form, string search, int page, CancellationToken cancellationToken)
    {
        var book = await books.RefreshAsync(plant, cancellationToken);
        var today = Today(book);
        var people = await RosterOfAsync(plant, form, cancellationToken);
        var found = RegisterBook.Keys(book, form)
            .Select(key => ItemOf(book, people, form, key, today))
            .OfType<RegisterItem>()
            .Where(item => item.Cells.Values.Any(cell => cell.Contains(search, StringComparison.OrdinalIgnoreCase)))
            .OrderBy(item => item.Ended)
            .ToList();
        if (page == RegisterPageful.All)
        {
            return new RegisterPageful(found, 1, 1, found.Count);
        }

        var pages = Math.Max(1, (found.Count + PageSize - 1) / PageSize);
        var shown = Math.Clamp(page, 1, pages);
        return new RegisterPageful([.. found.Skip((shown - 1) * PageSize).Take(PageSize)], shown, pages, found.Count);
    }

    public async Task<RegisterThing?> FindAsync(
        PlantId plant, RegisterForm form, string key, CancellationToken cancellationToken)
    {
        if (!RegisterBook.IsKey(form, key))
        {
            return null;
        }

        var book = await books.RefreshAsync(plant, cancellationToken);
        return ItemOf(book, await RosterOfAsync(plant, form, cancellationToken), form, key, Today(book)) is { } item
            ? new RegisterThing(item, await history.ReadAsync(book, form, key, cancellationToken))
            : null;
    }

    public async Task<CalendarYear> CalendarAsync(PlantId plant, int? year, CancellationToken cancellationToken)
    {
        var book = await books.RefreshAsync(plant, cancellationToken);
        return CalendarYears.Of(book, year, Today(book));
    }

    public async Task<RegisterReview> ReviewAsync(HttpContext context, PlantId plant, RegisterForm form, RegisterSource source) =>
        (await JudgeAsync(context, plant, form, source)).Review;

    public async Task<RegisterReview> RecordAsync(
        HttpContext context, PlantId plant, RegisterForm form, RegisterSource source, bool onlyGood, long? version)
    {
        var (review, lines, actor, people) = await JudgeAsync(context, plant, form, source);
        if (review.State != ReviewState.Reviewed || actor is null || (review.Of(LineFate.Refused) > 0 && !onlyGood))
        {
            return review;
        }

        if (lines.Count == 0)
        {
            return review with { State = ReviewState.Recorded };
        }

        if (version is not null && version != review.Version)
        {
            return review with { State = ReviewState.Moved, Problem = RegisterProblems.Moved };
        }

        // Before the lines that name them: an account that no line names does no harm.
        var named = lines.OfType<MemberLine>().Select(static line => line.Person.Value).ToHashSet();
        Account[] hired = [.. people.Newcomers.Where(account => named.Contains(account.Person))];
        if (hired.Length > 0 && !await accounts.InsertAllAsync(hired, context.RequestAborted))
        {
            return await MovedAsync();
        }

        var answer = await Attempts.WriteAsync(
            () => GrainOf(plant, form).Record(new RegisterLines(lines), actor, review.Version, dryRun: false),
            unknown => LogUnknown(plant.Value, form.Slug, unknown));
        if (answer is null)
        {
            return review with { State = ReviewState.Unknown, Problem = RegisterProblems.Unknown };
        }

        // What was judged right a moment ago is refused because somebody was faster.
        return answer.Refusals.Count == 0
            ? review with { State = ReviewState.Recorded, Version = answer.Version }
            : await MovedAsync();

        async Task<RegisterReview> MovedAsync() => (await ReviewAsync(context, plant, form, source)) with
        {
            State = ReviewState.Moved,
            Problem = RegisterProblems.Moved,
        };
    }

    private async Task<(RegisterReview Review, IReadOnlyList<RegisterLine> Lines, Actor? Actor, Roster People)> JudgeAsync(
        HttpContext context, PlantId plant, RegisterForm form, RegisterSource source)
    {
        var book = await books.RefreshAsync(plant, context.RequestAborted);
        var (actor, rule) = WriterOf(context, book, Today(book));
        if (actor is null)
        {
            return (Broken(RegisterProblems.OfWriter(rule), new RegisterReading([], null)), [], null, Roster.Nobody);
        }

        var people = await RosterOfAsync(plant, form, context.RequestAborted, hires: true);
        var reading = RegisterReader.Read(form, source.Content, people);
        if ((reading.Problem ?? (source.Reason.Length == 0 ? RegisterProblems.NoReason : null)) is { } problem)
        {
            return (Broken(problem, reading), [], actor, people);
        }

        var (judged, wrong, version) = await new RegisterReviewing(book, people, form, source)
            .JudgeAsync(
                reading.Rows, GrainOf(plant, form), actor, unknown => LogUnknown(plant.Value, form.Slug, unknown));
        var review = new RegisterReview(
            wrong is null ? ReviewState.Reviewed : ReviewState.Broken,
            [.. judged.Select(line => line.Shown)], wrong, version, reading.Text);
        return (review, [.. judged.Select(line => line.Line).OfType<RegisterLine>()], actor, people);

        static RegisterReview Broken(Text said, RegisterReading reading) =>
            new(reading.State, [], said, null, reading.Text);
    }

    // The gate has looked at the role; here it must reach the whole plant. The register's grain looks once more.
    private (Actor? Actor, string? Rule) WriterOf(HttpContext context, PlantBook book, DateOnly today)
    {
        var caller = callers.Of(context, Role.Administrator);
        if (caller.Actor is not { Kind: ActorKind.Person } person)
        {
            return (caller.Actor, caller.Actor is null ? caller.Rule : null);
        }

        return book.Roles.Holds(new PersonId(person.Id), person.Role, null, book.Organisation, today)
            ? (person, null)
            : (null, RegisterAccess.RoleNotHeld);
    }

    private static RegisterItem? ItemOf(PlantBook book, Roster people, RegisterForm form, string key, DateOnly today) =>
        (RegisterBook.At(book, form, key, today) ?? RegisterBook.Last(book, form, key)) is { } line
            ? new RegisterItem(key, people.Shown(form, LineMaking.Cells(form, line)), RegisterBook.IsEnded(book, line, today))
            : null;

    private async Task<Roster> RosterOfAsync(
        PlantId plant, RegisterForm form, CancellationToken cancellationToken, bool hires = false) =>
        form.Key.Form != CellForm.Person ? Roster.Nobody : await Roster.ReadAsync(
            accounts, plant, cancellationToken, hires ? (number, name) => newcomers.Make(plant, number, number, name) : null);

    private IRegisterGrain GrainOf(PlantId plant, RegisterForm form) =>
        grains.GetGrain<IRegisterGrain>($"{plant}/{RegisterNames.Of(form.Register)}");

    private DateOnly Today(PlantBook book) => book.Calendar.DateAt(clock.GetUtcNow());

    [LoggerMessage(LogLevel.Warning, "{Plant}/{Register}: whether the lines were recorded is not known; the page asks again")]
    private partial void LogUnknown(string plant, string register, Exception exception);
}
