using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Registers;
using Ganchao.Grains.Interfaces.Registers;
using Ganchao.Grains.Interfaces.Sheets;
using Ganchao.Grains.Tests.Plants;
using static Ganchao.Grains.Tests.Plants.TestPlant;

namespace Ganchao.Grains.Tests.Sheets;

/// <summary>借用: hours stand with the team worked for; the lead of the person's own team confirms them.</summary>
public sealed class LoanTests(PlantFixture fixture)
{
    private static readonly Actor Borrower = Person("lead-1", Role.ShiftLead);
    private static readonly Actor Lender = Person("lead-2", Role.ShiftLead);
    private static readonly Actor Branch = Person("organiser", Role.BranchOrganiser);

    [Fact]
    public async Task Hours_of_somebody_of_another_team_await_the_own_lead_and_no_others()
    {
        var plant = await PlantAsync();
        var (own, lent) = (Hours("w-1", 8), Hours("w-2", 4));
        var sheet = plant.Shift("t1", 2);
        await sheet.Enter(new EntryList([own, lent, Hours("unknown", 2)]), Borrower, dryRun: false);

        var lines = (await sheet.Read()).Lines;

        Assert.Equal([null, new UnitId("t2"), null], lines.Select(line => line.Lender));
        Assert.Equal([null, new UnitId("t2"), null], lines.Select(line => line.AwaitsLender));
        Assert.Equal(["own-entry", "role-not-held"], await RulesAsync(sheet, Borrower, lent.Id));
        Assert.Equal(["nothing-to-confirm", "role-not-held"], await RulesAsync(sheet, Lender, own.Id));
        Assert.Equal(["wrong-role"], await RulesAsync(sheet, Person("lead-2", Role.Auditor), lent.Id));
        Assert.Empty(await RulesAsync(sheet, Lender, lent.Id));
        Assert.All((await sheet.Read()).Lines, line => Assert.Null(line.AwaitsLender));
    }

    [Fact]
    public async Task A_confirmation_is_recorded_once_and_survives_the_activation()
    {
        var plant = await PlantAsync();
        var lent = Hours("w-2", 4);
        var (sheet, id) = (plant.Shift("t1", 2), Guid.CreateVersion7());
        await sheet.Enter(new EntryList([lent]), Borrower, dryRun: false);

        var first = await sheet.ConfirmLoan(id, [lent.Id], Branch);
        await plant.LoseAsync(sheet);
        var again = await plant.Shift("t1", 2).ConfirmLoan(id, [lent.Id], Branch);
        var other = await plant.Shift("t1", 2).ConfirmLoan(id, [Guid.CreateVersion7()], Branch);

        Assert.Equal((EntryOutcome.Recorded, EntryOutcome.AlreadyRecorded), (first.Outcome, again.Outcome));
        Assert.Equal("id-taken", other.Refusals.Single().Rule);
        Assert.Equal(2, (await plant.Shift("t1", 2).Read()).Version);
    }

    [Fact]
    public async Task A_corrected_figure_is_confirmed_anew_and_a_void_one_by_nobody()
    {
        var plant = await PlantAsync();
        var lent = Hours("w-2", 4);
        var sheet = plant.Shift("t1", 2);
        await sheet.Enter(new EntryList([lent]), Borrower, dryRun: false);
        await sheet.ConfirmLoan(Guid.CreateVersion7(), [lent.Id], Lender);

        var five = Correction(lent, 5);
        await sheet.Enter(new EntryList([five]), Borrower, dryRun: false);
        var awaiting = (await sheet.Read()).Lines.Single().AwaitsLender;
        await sheet.Enter(new EntryList([Correction(five, null)]), Borrower, dryRun: false);

        Assert.Equal(new UnitId("t2"), awaiting);
        Assert.Null((await sheet.Read()).Lines.Single().AwaitsLender);
    }

    [Fact]
    public async Task Whose_somebody_is_holds_from_a_date_on()
    {
        var plant = await PlantAsync();
        await plant.RecordAsync(
            RegisterName.Organisation,
            Member("w-2", "t1") with { From = new DateOnly(2026, 3, 3) },
            Member("w-1", "t1") with { Until = new DateOnly(2026, 3, 3) });
        await plant.Shift("t1", 2).Enter(new EntryList([Hours("w-2", 4)]), Borrower, dryRun: false);
        await plant.Shift("t1", 3).Enter(new EntryList([Hours("w-2", 4)]), Borrower, dryRun: false);
        await plant.Shift("t2", 3).Enter(new EntryList([Hours("w-1", 4)]), Lender, dryRun: false);
        await plant.Shift("t2", 4).Enter(new EntryList([Hours("w-1", 4)]), Lender, dryRun: false);

        Assert.Equal(new UnitId("t2"), await LenderAsync("t1", 2));
        Assert.Null(await LenderAsync("t1", 3));
        Assert.Equal(new UnitId("t1"), await LenderAsync("t2", 3));
        Assert.Null(await LenderAsync("t2", 4));

        async Task<UnitId?> LenderAsync(string team, int day) => (await plant.Shift(team, day).Read()).Lines.Single().Lender;
    }

    private static async Task<IEnumerable<string>> RulesAsync(IShiftGrain sheet, Actor actor, Guid entry) =>
        (await sheet.ConfirmLoan(Guid.CreateVersion7(), [entry], actor)).Refusals.Select(refusal => refusal.Rule).Order();

    private async Task<TestPlant> PlantAsync()
    {
        var plant = await fixture.NewPlant().WithAsync(
            "foundry: t1, t2", Measure("hours", 2) with { Subject = SubjectKind.Person, Unit = "h" });
        await plant.RecordAsync(RegisterName.Organisation, Member("w-1", "t1"), Member("w-2", "t2"));
        var roles = new RegisterLines([
            Holds("boss", Role.Administrator, null), Holds("office", Role.CompetitionOffice, null),
            Holds("lead-1", Role.ShiftLead, "t1"), Holds("lead-2", Role.ShiftLead, "t2"), Holds("lead-2", Role.Auditor, null),
            Holds("organiser", Role.BranchOrganiser, "foundry")]);
        Assert.Empty((await fixture.Grains.GetGrain<IRegisterGrain>($"{plant.Id}/roles")
            .Record(roles, new Actor(ActorKind.System, "set-up", Role.Administrator), null, dryRun: false)).Refusals);
        return plant;
    }

    private static Actor Person(string id, Role role) => new(ActorKind.Person, id, role);

    private static EntryForm Hours(string person, decimal hours) =>
        Entry("hours", hours) with { Subject = new SubjectId(SubjectKind.Person, person) };

    private static MemberLine Member(string person, string unit) => new()
    {
        Id = Guid.NewGuid(),
        Person = new PersonId(person),
        Unit = new UnitId(unit),
        Employment = Employment.Own,
    };

    private static RoleLine Holds(string person, Role role, string? unit) => new()
    {
        Id = Guid.NewGuid(),
        Person = new PersonId(person),
        Role = role,
        Unit = unit is null ? null : new UnitId(unit),
        From = new DateOnly(2026, 1, 1),
    };
}
