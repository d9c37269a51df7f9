using System.Globalization;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Refusals;
using Ganchao.Contracts.Registers;
using Ganchao.Grains.Interfaces.Registers;
using Ganchao.Grains.Tests.Plants;
using static Ganchao.Grains.Tests.Plants.TestPlant;

namespace Ganchao.Grains.Tests.Roles;

/// <summary>Today is the last of March 2026; t0 belongs to the foundry, t1 to the smithy.</summary>
public sealed class RoleTests(PlantFixture fixture)
{
    private const string Units = "foundry: t0; smithy: t1";

    private static readonly Actor Setup = new(ActorKind.System, "set-up", Role.Administrator);
    private static readonly Actor Boss = new(ActorKind.Person, "boss", Role.Administrator);
    private static readonly Actor LeadOfT0 = new(ActorKind.Person, "lead-0", Role.ShiftLead);
    private static readonly Actor Deputy = new(ActorKind.Person, "deputy", Role.ShiftLead);

    [Fact]
    public async Task A_lead_enters_for_the_own_team_and_for_no_other()
    {
        var plant = await PlantAsync(Held("lead-0", Role.ShiftLead, "t0"));

        Assert.Empty(await EnterAsync(plant, "t0", LeadOfT0));
        var refusal = Assert.Single(await EnterAsync(plant, "t1", LeadOfT0));
        Assert.Equal(("role-not-held", "actor"), (refusal.Rule, refusal.Field));
        Assert.Contains("'lead-0'", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("'t1'", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_role_in_a_branch_reaches_its_teams() =>
        Assert.Empty(await EnterAsync(await PlantAsync(Held("lead-0", Role.ShiftLead, "smithy")), "t1", LeadOfT0));

    [Fact]
    public async Task A_role_is_not_another_role() => Assert.Equal(
        "role-not-held",
        Assert.Single(await EnterAsync(await PlantAsync(Held("lead-0", Role.Statistician, "t0")), "t0", LeadOfT0)).Rule);

    [Theory]
    [InlineData("2026-03-30", true)]
    [InlineData("2026-03-31", false)]
    public async Task A_role_is_held_to_its_last_date(string until, bool isRefused) => Assert.Equal(
        isRefused,
        (await EnterAsync(
            await PlantAsync(Held("lead-0", Role.ShiftLead, "t0") with { Until = Day(until) }), "t0", LeadOfT0)).Any());

    [Fact]
    public async Task A_role_that_ended_is_not_held()
    {
        var held = Held("lead-0", Role.ShiftLead, "t0");
        var plant = await PlantAsync(held);

        Assert.Empty(await GiveAsync(plant, Boss, Ended(held)));

        Assert.Equal("role-not-held", Assert.Single(await EnterAsync(plant, "t0", LeadOfT0)).Rule);
    }

    [Fact]
    public async Task Whoever_holds_a_role_appoints_a_deputy_and_the_deputy_acts()
    {
        var plant = await PlantAsync(Held("lead-0", Role.ShiftLead, "t0"));

        Assert.Empty(await GiveAsync(plant, LeadOfT0, DeputyOf("lead-0", "t0")));

        Assert.Empty(await EnterAsync(plant, "t0", Deputy));
    }

    [Fact]
    public async Task A_deputy_falls_with_the_principal()
    {
        var held = Held("lead-0", Role.ShiftLead, "t0");
        var plant = await PlantAsync(held, DeputyOf("lead-0", "t0"));

        await GiveAsync(plant, Boss, Ended(held));

        Assert.Equal("role-not-held", Assert.Single(await EnterAsync(plant, "t0", Deputy)).Rule);
    }

    [Fact]
    public async Task Nobody_appoints_a_deputy_for_what_is_not_theirs()
    {
        var plant = await PlantAsync(Held("lead-0", Role.ShiftLead, "t0"));

        Assert.Contains(await GiveAsync(plant, LeadOfT0, DeputyOf("lead-0", "t1")), refusal => refusal.Rule == "role-not-held");
    }

    [Fact]
    public async Task A_deputy_appoints_no_deputy()
    {
        var plant = await PlantAsync(Held("lead-0", Role.ShiftLead, "t0"), DeputyOf("lead-0", "t0"));

        var refusals = await GiveAsync(plant, Deputy, DeputyOf("deputy", "t0") with { Person = new PersonId("third") });

        Assert.Contains(refusals, refusal => refusal.Rule == "role-not-held");
    }

    [Fact]
    public async Task Nobody_gives_oneself_a_role()
    {
        var plant = await PlantAsync(Held("lead-0", Role.ShiftLead, "t0"));

        Assert.Contains(
            await GiveAsync(plant, LeadOfT0, Held("lead-0", Role.Administrator, null)), refusal => refusal.Rule == "wrong-role");
    }

    [Fact]
    public async Task The_competition_office_gives_no_roles()
    {
        var plant = await PlantAsync(Held("office", Role.CompetitionOffice, null));

        Assert.Contains(
            await GiveAsync(plant, Office, Held("office", Role.Administrator, null)), refusal => refusal.Rule == "wrong-role");
    }

    [Fact]
    public async Task A_deputy_without_an_end_is_refused() => Assert.Contains(
        await GiveAsync(
            await PlantAsync(Held("lead-0", Role.ShiftLead, "t0")), Boss, DeputyOf("lead-0", "t0") with { Until = null }),
        refusal => refusal.Rule == "deputy-without-end");

    [Fact]
    public async Task A_role_in_an_unknown_unit_is_refused() => Assert.Contains(
        await GiveAsync(await PlantAsync(), Boss, Held("lead-0", Role.ShiftLead, "t9")), refusal => refusal.Rule == "unknown-unit");

    private async Task<TestPlant> PlantAsync(params RegisterLine[] roles)
    {
        var plant = await fixture.NewPlant().WithAsync(Units, Measure("a"));
        Assert.Empty(await GiveAsync(plant, Setup, [Held("boss", Role.Administrator, null), .. roles]));
        return plant;
    }

    private async Task<IReadOnlyList<Refusal>> GiveAsync(TestPlant plant, Actor actor, params RegisterLine[] lines) =>
        (await fixture.Grains.GetGrain<IRegisterGrain>($"{plant.Id}/roles")
            .Record(new RegisterLines(lines), actor, expectedVersion: null, dryRun: false)).Refusals;

    private static async Task<IReadOnlyList<Refusal>> EnterAsync(TestPlant plant, string team, Actor actor) =>
        (await plant.Shift(team, 30).Enter(new EntryList([Entry("a", 1)]), actor, dryRun: false)).Refusals;

    private static RoleLine Held(string person, Role role, string? unit) => new()
    {
        Id = Guid.NewGuid(),
        Person = new(person),
        Role = role,
        Unit = unit is null ? null : new UnitId(unit),
        From = Day("2026-03-01"),
    };

    private static RoleLine DeputyOf(string principal, string unit) => Held("deputy", Role.ShiftLead, unit) with
    {
        For = new(principal),
        Until = Day("2026-04-10"),
    };

    private static RoleEndedLine Ended(RoleLine held) => new()
    {
        Id = Guid.NewGuid(),
        Person = held.Person,
        Role = held.Role,
        Unit = held.Unit,
        For = held.For,
        From = Day("2026-03-31"),
    };

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);
}
