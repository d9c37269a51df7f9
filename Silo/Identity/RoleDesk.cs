using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Registers;
using Ganchao.Dashboard.Accounts;
using Ganchao.Grains;
using Ganchao.Grains.Interfaces.Registers;
using Ganchao.Grains.Registers;

namespace Ganchao.Silo.Identity;

/// <summary>Roles as the pages give, end and show them; what counts is the plant's register.</summary>
internal sealed class RoleDesk(IPlantBooks books, IGrainFactory grains, PlantClock clock)
{
    /// <summary>Acts before anybody has an account.</summary>
    public static readonly Actor SetUp = new(ActorKind.System, "set-up", Role.Administrator);

    public Task<AccountOutcome> GiveAsync(
        PlantId plant, string person, Role role, string unit, DateOnly? until, Actor actor) =>
        WithTodayAsync(plant, (book, today) => UnitOf(book, unit) is not { } scope
            ? null
            : new RoleLine
            {
                Id = Guid.CreateVersion7(),
                Person = new PersonId(person),
                Role = role,
                Unit = scope.Unit,
                From = today,
                Until = until,
            }, actor);

    public Task<AccountOutcome> EndAsync(PlantId plant, string person, AccountChange.EndRole end, Actor actor) =>
        WithTodayAsync(plant, (book, today) => UnitOf(book, end.Unit) is not { } scope
            ? null
            : new RoleEndedLine
            {
                Id = Guid.CreateVersion7(),
                Person = new PersonId(person),
                Role = end.Role,
                Unit = scope.Unit,
                For = end.For.Length > 0 ? new PersonId(end.For) : null,
                From = today.AddDays(1),
            }, actor);

    public Task<AccountOutcome> DeputiseAsync(PlantId plant, PersonId principal, string deputy, DeputyForm form) =>
        WithTodayAsync(plant, (book, _) => UnitOf(book, form.Unit) is not { } scope
            ? null
            : new RoleLine
            {
                Id = Guid.CreateVersion7(),
                Person = new PersonId(deputy),
                Role = form.Role,
                Unit = scope.Unit,
                From = form.From,
                Until = form.Until,
                For = principal,
            }, new Actor(ActorKind.Person, principal.Value, form.Role));

    public async Task<IReadOnlyList<RoleItem>> OfAsync(PlantId plant, PersonId person, CancellationToken cancellationToken)
    {
        var book = await books.RefreshAsync(plant, cancellationToken);
        var today = Today(book);
        var tomorrow = book.Roles.Of(person, today.AddDays(1), book.Organisation)
            .Select(static held => (held.Role, held.Unit, held.For)).ToHashSet();
        return
        [
            .. book.Roles.Of(person, today, book.Organisation).Select(held => new RoleItem(
                held.Role,
                held.Unit,
                held.Unit is { } unit ? book.Organisation.Last(unit)?.Names : null,
                held.From,
                tomorrow.Contains((held.Role, held.Unit, held.For)) ? held.Until : today,
                held.For)),
        ];
    }

    public async Task<IReadOnlyList<UnitChoice>> UnitsAsync(PlantId plant, CancellationToken cancellationToken)
    {
        var book = await books.RefreshAsync(plant, cancellationToken);
        var units = book.Organisation.Units.Select(unit => book.Organisation.At(unit, Today(book))).OfType<UnitLine>().ToList();
        return [.. Below(null, 0)];

        IEnumerable<UnitChoice> Below(UnitId? parent, int depth) => units
            .Where(unit => unit.Parent == parent)
            .OrderBy(unit => unit.Unit.Value, StringComparer.Ordinal)
            .SelectMany(unit => Below(unit.Unit, depth + 1).Prepend(new UnitChoice(unit.Unit, unit.Names, depth)));
    }

    private DateOnly Today(PlantBook book) => book.Calendar.DateAt(clock.GetUtcNow());

    // Null: the plant has no such unit. Empty text is the whole plant.
    private static Scope? UnitOf(PlantBook book, string unit) =>
        unit.Length == 0 ? new Scope(null)
        : UnitId.TryParse(unit, null, out var named) && book.Organisation.Last(named) is not null ? new Scope(named)
        : null;

    private async Task<AccountOutcome> WithTodayAsync(PlantId plant, Func<PlantBook, DateOnly, RegisterLine?> lineOf, Actor actor)
    {
        var book = await books.RefreshAsync(plant, CancellationToken.None);
        if (lineOf(book, Today(book)) is not { } line)
        {
            return new AccountOutcome(AccountProblem.Unknown);
        }

        var answer = await grains.GetGrain<IRegisterGrain>($"{plant}/{RegisterNames.Of(RegisterName.Roles)}")
            .Record(new RegisterLines([line]), actor, expectedVersion: null, dryRun: false);
        return answer.Refusals.Count == 0
            ? AccountOutcome.Done
            : new AccountOutcome(AccountProblem.Refused, answer.Refusals[0].Message);
    }

    private sealed record Scope(UnitId? Unit);
}
