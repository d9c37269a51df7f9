using Ganchao.Contracts.Competitions;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Projects;
using Ganchao.Contracts.Registers;
using Ganchao.Grains.Interfaces.Competitions;
using Ganchao.Grains.Interfaces.Projects;
using Ganchao.Grains.Interfaces.Registers;
using Ganchao.Grains.Registers;
using Ganchao.Grains.Tests.Boards;
using Ganchao.Grains.Tests.Plants;
using static Ganchao.Grains.Tests.Plants.TestPlant;

namespace Ganchao.Grains.Tests.Registers;

public sealed class LineRefusalTests(PlantFixture fixture)
{
    private static readonly SubjectId Team = SubjectId.Team(new UnitId("t0"));
    private static readonly DateRange Empty = new(new DateOnly(2026, 3, 2), new DateOnly(2026, 3, 2));

    [Theory]
    [InlineData("without an id", "id-missing", "lines[0].id")]
    [InlineData("in another register", "wrong-register", "lines[0].type")]
    [InlineData("of a unit without a name", "name-missing", "lines[0].names.zh")]
    [InlineData("of a unit with an endless name", "name-missing", "lines[0].names.zh")]
    [InlineData("of a unit below an unknown one", "unknown-unit", "lines[0].parent")]
    [InlineData("of a team below nothing", "parent-missing", "lines[0].parent")]
    [InlineData("of a unit below itself", "cycle", "lines[0].parent")]
    [InlineData("of a branch below its team", "cycle", "lines[0].parent")]
    [InlineData("of a team that becomes a branch", "kind-changed", "lines[0].kind")]
    [InlineData("of the end of an unknown unit", "unknown-unit", "lines[0].unit")]
    [InlineData("of an end with an unknown successor", "unknown-unit", "lines[0].successor")]
    [InlineData("of a shift without length", "value-out-of-range", "lines[0].lengthMinutes")]
    [InlineData("of a shift of two days", "value-out-of-range", "lines[0].lengthMinutes")]
    [InlineData("of a shift that starts two days later", "value-out-of-range", "lines[0].startsDaysAfterDate")]
    [InlineData("of a shift on the moon", "unknown-zone", "lines[0].zone")]
    [InlineData("of a week without days", "value-out-of-range", "lines[0].days")]
    [InlineData("of a day worked that is called a holiday", "day-kind-wrong", "lines[0].kind")]
    [InlineData("of a day off that is called a day worked", "day-kind-wrong", "lines[0].kind")]
    [InlineData("of a day of no kind", "day-kind-wrong", "lines[0].kind")]
    [InlineData("of a day of the year 26", "date-out-of-range", "lines[0].date")]
    [InlineData("of a day without a Chinese name", "name-missing", "lines[0].names.zh")]
    [InlineData("of an endless reason", "reason-wrong", "lines[0].reason")]
    [InlineData("of a reason with a bell", "reason-wrong", "lines[0].reason")]
    [InlineData("of a member of an unknown unit", "unknown-unit", "lines[0].unit")]
    [InlineData("of a member who is not employed", "employment-missing", "lines[0].employment")]
    [InlineData("of a member who leaves before coming", "period-empty", "lines[0].until")]
    [InlineData("of a product that ends before it begins", "period-empty", "lines[0].until")]
    [InlineData("of a measure that ends before it begins", "period-empty", "lines[0].until")]
    [InlineData("of a product of negative weight", "value-out-of-range", "lines[0]")]
    [InlineData("of a product of negative output", "value-out-of-range", "lines[0]")]
    [InlineData("of a product with two outputs of a team", "output-twice", "lines[0].outputs")]
    [InlineData("of a product with the output of an unknown team", "unknown-unit", "lines[0].outputs")]
    [InlineData("of a product by an unknown team", "unknown-unit", "lines[0].route")]
    [InlineData("of an order for an unknown project", "unknown-project", "lines[0].project")]
    [InlineData("of an order for an unknown product", "unknown-product", "lines[0].product")]
    [InlineData("of a measure with ten decimals", "value-out-of-range", "lines[0].decimals")]
    [InlineData("of a measure without a unit", "value-out-of-range", "lines[0]")]
    [InlineData("of a measure whose least is above its greatest", "value-out-of-range", "lines[0]")]
    [InlineData("of a measure of no kind", "value-out-of-range", "lines[0]")]
    [InlineData("of a measure in another unit than before", "measure-changed", "lines[0]")]
    [InlineData("of a computed measure without a formula", "formula-missing", "lines[0].formula")]
    [InlineData("of an entered measure with a formula", "formula-not-taken", "lines[0].formula")]
    [InlineData("of a formula that does not read", "rulebook-broken", "lines[0].formula")]
    [InlineData("of a formula with an unknown function", "rulebook-broken", "lines[0].formula")]
    [InlineData("of a measure computed from itself", "rulebook-broken", "lines[0].formula")]
    [InlineData("of a plan for no day", "period-empty", "lines[0].period")]
    [InlineData("of a plan until the end of time", "period-out-of-range", "lines[0].period")]
    [InlineData("of a plan below zero", "value-out-of-range", "lines[0].value")]
    [InlineData("of a plan of an unknown measure", "unknown-measure", "lines[0].measure")]
    [InlineData("of a plan with half a piece", "too-many-decimals", "lines[0].value")]
    [InlineData("of a plan beyond 64 bits", "too-many-decimals", "lines[0].value")]
    [InlineData("of a plan about nobody", "unknown-subject", "lines[0].subject")]
    [InlineData("of a plan of an unknown product", "unknown-product", "lines[0].product")]
    [InlineData("of a plan that there is", "plan-there", "lines[0]")]
    [InlineData("of a plan over a part of another", "plan-there", "lines[0]")]
    [InlineData("of a notice about no plan", "plan-missing", "lines[0]")]
    [InlineData("of a notice without a reason", "reason-missing", "lines[0].reason")]
    [InlineData("of a notice without a number", "reason-missing", "lines[0].reason")]
    [InlineData("of an exclusion from an unknown shift", "unknown-shift-kind", "lines[0].shift")]
    [InlineData("of an exclusion of an unknown team", "unknown-unit", "lines[0].shift")]
    [InlineData("of an exclusion in another plant", "unknown-plant", "lines[0].shift")]
    [InlineData("of an exclusion longer than its shift", "value-out-of-range", "lines[0].minutes")]
    [InlineData("of an exclusion of nothing", "value-out-of-range", "lines[0].minutes")]
    [InlineData("of a coefficient of nobody", "value-out-of-range", "lines[0]")]
    [InlineData("of a coefficient that the system works out", "value-out-of-range", "lines[0].name")]
    [InlineData("of a rulebook that does not compile", "rulebook-broken", "lines[0].text")]
    [InlineData("of a rulebook with a warning", "warning-not-accepted", "lines[0].accept")]
    [InlineData("of a rulebook with a warning, another accepted", "warning-not-accepted", "lines[0].accept")]
    [InlineData("of a rulebook without the warning accepted", "nothing-to-accept", "lines[0].accept")]
    public async Task A_line_is_refused_by_the_name_of_its_rule_and_nothing_is_recorded(
        string line, string rule, string field)
    {
        var plant = await PlantAsync();
        var position = plant.Events.Count;
        var (register, wrong) = Wrong(plant, line);

        var answer = await plant.TryRecordAsync(register, wrong, Good(register));

        Assert.Equal(EntryOutcome.Refused, answer.Outcome);
        Assert.Contains(answer.Refusals, refusal => refusal.Rule == rule && refusal.Field == field);
        Assert.Equal(position, plant.Events.Count);
    }

    [Theory]
    [InlineData("that is not the first", "first-line", "lines[0].type")]
    [InlineData("that adopts an unknown rulebook", "unknown-rulebook", "lines[0].rulebook")]
    [InlineData("of a stage without a name", "name-missing", "lines[0].names.zh")]
    [InlineData("of a stage of no day", "period-empty", "lines[0].dates")]
    [InlineData("of a stage before the calendar", "period-out-of-range", "lines[0].dates")]
    [InlineData("of a stage until the end of time", "period-out-of-range", "lines[0].dates")]
    [InlineData("of a stage over another", "stages-overlap", "lines[0].dates")]
    [InlineData("of a division with a blank in its id", "value-out-of-range", "lines[0].division")]
    [InlineData("of an entrant without an id", "unknown-entrant", "lines[0].entrant")]
    [InlineData("of an entrant that is not known and has no name", "unknown-entrant", "lines[0].entrant")]
    [InlineData("of an entrant in an unknown division", "unknown-division", "lines[0].division")]
    [InlineData("of a withdrawal of nobody", "unknown-entrant", "lines[0].entrant")]
    public async Task A_line_of_a_competition_is_refused_by_the_name_of_its_rule(string line, string rule, string field)
    {
        var plant = await PlantAsync();
        await plant.CompeteAsync("contest", Contest.Rulebook("value"), "t0");
        var position = plant.Events.Count;

        var answer = await Competition(plant).Record(new CompetitionLines([WrongCompetition(line)]), Office, null, dryRun: false);

        Assert.Contains(answer.Refusals, refusal => refusal.Rule == rule && refusal.Field == field);
        Assert.Equal(position, plant.Events.Count);
    }

    [Theory]
    [InlineData("that is not the first", "first-line", "lines[0].type")]
    [InlineData("of a product that is not known", "unknown-product", "lines[0].product")]
    [InlineData("of a product for no day", "period-empty", "lines[0].period")]
    [InlineData("of fewer pieces than none", "value-out-of-range", "lines[0].pieces")]
    [InlineData("of a milestone without a name", "value-out-of-range", "lines[0].milestone")]
    [InlineData("of a cost without a source", "value-out-of-range", "lines[0]")]
    public async Task A_line_of_a_project_is_refused_by_the_name_of_its_rule(string line, string rule, string field)
    {
        var plant = await PlantAsync();
        await plant.RecordAsync("ZD-1", Registration());
        var position = plant.Events.Count;

        var answer = await Project(plant).Record(new ProjectLines([WrongProject(line)]), Office, null, dryRun: false);

        Assert.Contains(answer.Refusals, refusal => refusal.Rule == rule && refusal.Field == field);
        Assert.Equal(position, plant.Events.Count);
    }

    [Theory]
    [InlineData("without a name", "name-missing", "lines[0].names.zh")]
    [InlineData("of no day", "period-empty", "lines[0].period")]
    [InlineData("of an unknown team", "unknown-unit", "lines[0].team")]
    [InlineData("with an unknown helper", "unknown-unit", "lines[0].team")]
    [InlineData("with shares of 99 %", "shares-wrong", "lines[0].shares")]
    [InlineData("with a share of nothing", "shares-wrong", "lines[0].shares")]
    public async Task A_registration_is_refused_by_the_name_of_its_rule(string line, string rule, string field)
    {
        var plant = await PlantAsync();

        var answer = await Project(plant).Record(new ProjectLines([WrongRegistration(line)]), Office, null, dryRun: false);

        Assert.Contains(answer.Refusals, refusal => refusal.Rule == rule && refusal.Field == field);
    }

    [Fact]
    public async Task A_project_that_is_not_registered_takes_no_lines()
    {
        var plant = await PlantAsync();

        var answer = await Project(plant).Record(
            new ProjectLines([WrongProject("of a product for no day")]), Office, null, dryRun: false);

        Assert.Equal("first-line", Assert.Single(answer.Refusals).Rule);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(LinesGrain<RegisterLine>.MaxLines + 1)]
    public async Task A_list_has_neither_no_lines_nor_too_many(int lines)
    {
        var plant = await PlantAsync();

        var answer = await plant.TryRecordAsync(
            RegisterName.Calendar, [.. Enumerable.Range(1, lines).Select(_ => Good(RegisterName.Calendar))]);

        Assert.Equal(("list-length", "lines"), (answer.Refusals.Single().Rule, answer.Refusals.Single().Field));
    }

    [Fact]
    public async Task Two_lines_with_one_id_are_refused()
    {
        var plant = await PlantAsync();
        var measure = Measure("a");

        var answer = await plant.TryRecordAsync(RegisterName.Measures, measure, Measure("b") with { Id = measure.Id });

        Assert.Equal(("id-twice", "lines[1].id"), (answer.Refusals.Single().Rule, answer.Refusals.Single().Field));
    }

    [Fact]
    public async Task Nobody_writes_what_is_not_theirs()
    {
        var plant = await PlantAsync();
        var plans = fixture.Grains.GetGrain<IRegisterGrain>($"{plant.Id}/plans");
        var rulebooks = fixture.Grains.GetGrain<IRegisterGrain>($"{plant.Id}/rulebooks");
        var administrator = new Actor(ActorKind.Person, "it", Role.Administrator);

        var proposed = new CompetitionProposedLine { Id = Guid.NewGuid(), Names = new("赛") };

        LinesAnswer[] answers =
        [
            await plans.Record(new RegisterLines([Plan()]), Office, null, dryRun: false),
            await rulebooks.Record(new RegisterLines([Rulebook("value")]), administrator, null, dryRun: false),
            await Competition(plant).Record(new CompetitionLines([proposed]), Lead, null, dryRun: false),
            await Project(plant).Record(new ProjectLines([Registration()]), Lead, null, dryRun: false),
        ];

        Assert.All(answers, answer => Assert.Equal("wrong-role", Assert.Single(answer.Refusals).Rule));
    }

    private ICompetitionGrain Competition(TestPlant plant) =>
        fixture.Grains.GetGrain<ICompetitionGrain>($"{plant.Id}/contest");

    private ICompetitionProjectGrain Project(TestPlant plant) =>
        fixture.Grains.GetGrain<ICompetitionProjectGrain>($"{plant.Id}/ZD-1");

    private async Task<TestPlant> PlantAsync()
    {
        var plant = await fixture.NewPlant().WithAsync(
            "foundry: t0, t1", Measure("pieces"), Measure("worth", 2, "pieces * 2"));
        await plant.RecordAsync(RegisterName.Plans, Plan());
        return plant;
    }

    private static (RegisterName Register, RegisterLine Line) Wrong(TestPlant plant, string line) => line switch
    {
        "without an id" => (RegisterName.Measures, Measure("a") with { Id = Guid.Empty }),
        "in another register" => (RegisterName.Organisation, Measure("a")),
        "of a unit without a name" => (RegisterName.Organisation, Unit("t9", UnitKind.Team, "foundry") with { Names = new(" ") }),
        "of a unit with an endless name" => (RegisterName.Organisation,
            Unit("t9", UnitKind.Team, "foundry") with { Names = new("好", new string('x', 201)) }),
        "of a unit below an unknown one" => (RegisterName.Organisation, Unit("t9", UnitKind.Team, "nothing")),
        "of a team below nothing" => (RegisterName.Organisation, Unit("t9", UnitKind.Team, null)),
        "of a unit below itself" => (RegisterName.Organisation, Unit("t9", UnitKind.Team, "t9")),
        "of a branch below its team" => (RegisterName.Organisation, Unit("foundry", UnitKind.Branch, "t0")),
        "of a team that becomes a branch" => (RegisterName.Organisation, Unit("t0", UnitKind.Branch, "foundry")),
        "of the end of an unknown unit" => (RegisterName.Organisation, Closed("nothing")),
        "of an end with an unknown successor" => (RegisterName.Organisation, Closed("t0", "nothing")),
        "of a shift without length" => (RegisterName.Calendar, Shift with { LengthMinutes = 0 }),
        "of a shift of two days" => (RegisterName.Calendar, Shift with { LengthMinutes = 1_441 }),
        "of a shift that starts two days later" => (RegisterName.Calendar, Shift with { StartsDaysAfterDate = 2 }),
        "of a shift on the moon" => (RegisterName.Calendar, Shift with { Zone = "Moon/Tycho" }),
        "of a week without days" => (RegisterName.Calendar, new WorkingWeekLine { Id = Guid.NewGuid(), Days = [] }),
        "of a day worked that is called a holiday" => (RegisterName.Calendar, Day(true, DayKind.PublicHoliday)),
        "of a day off that is called a day worked" => (RegisterName.Calendar, Day(false, DayKind.SwappedWorkingDay)),
        "of a day of no kind" => (RegisterName.Calendar, Day(false, DayKind.NotSet)),
        "of a day of the year 26" => (RegisterName.Calendar, Day(false) with { Date = new DateOnly(26, 10, 1) }),
        "of a day without a Chinese name" => (RegisterName.Calendar, Day(false) with { Names = new("", "National Day") }),
        "of an endless reason" => (RegisterName.Calendar, Day(false) with { Reason = new string('因', 1_001) }),
        "of a reason with a bell" => (RegisterName.Calendar, Day(false) with { Reason = "文\a件" }),
        "of a member of an unknown unit" => (RegisterName.Organisation, Member("nothing")),
        "of a member who is not employed" => (RegisterName.Organisation, Member("t0") with { Employment = Employment.NotSet }),
        "of a member who leaves before coming" => (RegisterName.Organisation,
            Member("t0") with { From = March.End, Until = March.Start }),
        "of a product that ends before it begins" => (RegisterName.Products,
            Product with { From = March.End, Until = March.Start }),
        "of a measure that ends before it begins" => (RegisterName.Measures,
            Measure("a") with { From = March.End, Until = March.Start }),
        "of a product of negative weight" => (RegisterName.Products, Product with { UnitWeight = -0.1m }),
        "of a product of negative output" => (RegisterName.Products, Product with { Outputs = [new(new UnitId("t0"), -1m)] }),
        "of a product with two outputs of a team" => (RegisterName.Products,
            Product with { Outputs = [new(new UnitId("t0"), 1m), new(new UnitId("t0"), 2m)] }),
        "of a product with the output of an unknown team" => (RegisterName.Products,
            Product with { Outputs = [new(new UnitId("nobody"), 1m)] }),
        "of a product by an unknown team" => (RegisterName.Products,
            Product with { Route = [new RouteStep("造型", [new UnitId("nothing")])] }),
        "of an order for an unknown project" => (RegisterName.WorkOrders, Order with { Project = new ProjectId("ZD-9") }),
        "of an order for an unknown product" => (RegisterName.WorkOrders, Order with { Product = new ProductCode("nothing") }),
        "of a measure with ten decimals" => (RegisterName.Measures, Measure("a", 10)),
        "of a measure without a unit" => (RegisterName.Measures, Measure("a") with { Unit = "" }),
        "of a measure whose least is above its greatest" => (RegisterName.Measures, Measure("a") with { Min = 2, Max = 1 }),
        "of a measure of no kind" => (RegisterName.Measures, Measure("a") with { Subject = SubjectKind.NotSet }),
        "of a measure in another unit than before" => (RegisterName.Measures, Measure("pieces") with { Unit = "t" }),
        "of a computed measure without a formula" => (RegisterName.Measures, Measure("a", 0, " ")),
        "of an entered measure with a formula" => (RegisterName.Measures, Measure("a") with { Formula = "pieces" }),
        "of a formula that does not read" => (RegisterName.Measures, Measure("a", 0, "pieces * (")),
        "of a formula with an unknown function" => (RegisterName.Measures, Measure("a", 0, "conjure(pieces)")),
        "of a measure computed from itself" => (RegisterName.Measures, Measure("a", 0, "worth + a")),
        "of a plan for no day" => (RegisterName.Plans, Plan() with { Period = Empty }),
        "of a plan until the end of time" => (RegisterName.Plans, Plan() with { Period = new(March.Start, DateOnly.MaxValue) }),
        "of a plan below zero" => (RegisterName.Plans, Plan() with { Value = -1 }),
        "of a plan of an unknown measure" => (RegisterName.Plans, Plan() with { Measure = new MeasureCode("nothing") }),
        "of a plan with half a piece" => (RegisterName.Plans, Plan() with { Value = 0.5m }),
        "of a plan beyond 64 bits" => (RegisterName.Plans, Plan() with { Value = 9_999_999_999_999_999_999_999_999_999m }),
        "of a plan about nobody" => (RegisterName.Plans, Plan() with { Subject = SubjectId.Team(new UnitId("nobody")) }),
        "of a plan of an unknown product" => (RegisterName.Plans, Plan() with { Product = new ProductCode("nothing") }),
        "of a plan that there is" => (RegisterName.Plans, Plan()),
        "of a plan over a part of another" => (RegisterName.Plans,
            Plan() with { Period = new(new DateOnly(2026, 3, 31), new DateOnly(2026, 4, 30)) }),
        "of a notice about no plan" => (RegisterName.Plans, Notice with { Product = new ProductCode("body") }),
        "of a notice without a reason" => (RegisterName.Plans, Notice with { Reason = " " }),
        "of a notice without a number" => (RegisterName.Plans, Notice with { Notice = "" }),
        "of an exclusion from an unknown shift" => (RegisterName.Plans, Exclusion(plant.Id.Value, "t0", "evening", 60)),
        "of an exclusion of an unknown team" => (RegisterName.Plans, Exclusion(plant.Id.Value, "nobody", "day", 60)),
        "of an exclusion in another plant" => (RegisterName.Plans, Exclusion("elsewhere", "t0", "day", 60)),
        "of an exclusion longer than its shift" => (RegisterName.Plans, Exclusion(plant.Id.Value, "t0", "day", 481)),
        "of an exclusion of nothing" => (RegisterName.Plans, Exclusion(plant.Id.Value, "t0", "day", 0)),
        "of a coefficient of nobody" => (RegisterName.Coefficients,
            new CoefficientLine { Id = Guid.NewGuid(), Name = "难度", Entrant = "", Value = 1 }),
        "of a coefficient that the system works out" => (RegisterName.Coefficients,
            new CoefficientLine { Id = Guid.NewGuid(), Name = "milestone_days_late", Entrant = "ZD-1", Value = 0 }),
        "of a rulebook that does not compile" => (RegisterName.Rulebooks, Rulebook("conjure(value)")),
        "of a rulebook with a warning" => (RegisterName.Rulebooks, WithUnusedInput),
        "of a rulebook with a warning, another accepted" =>
            (RegisterName.Rulebooks, WithUnusedInput with { Accept = ["units-differ"] }),
        "of a rulebook without the warning accepted" =>
            (RegisterName.Rulebooks, Rulebook("value") with { Accept = ["input-unused"] }),
        _ => throw new ArgumentOutOfRangeException(nameof(line), line, "The table names no such line."),
    };

    // A line that would be taken: it shows that a list is refused whole.
    private static RegisterLine Good(RegisterName register) => register switch
    {
        RegisterName.Organisation => Unit("good", UnitKind.Team, "foundry"),
        RegisterName.Calendar => new DayLine { Id = Guid.NewGuid(), Date = March.Start, Working = false },
        RegisterName.Products => Product,
        RegisterName.WorkOrders => Order,
        RegisterName.Measures => Measure("good"),
        RegisterName.Plans => Plan() with { Subject = SubjectId.Team(new UnitId("t1")) },
        RegisterName.Coefficients => new CoefficientLine { Id = Guid.NewGuid(), Name = "难度", Entrant = "t0", Value = 1 },
        RegisterName.Rulebooks => Rulebook("value"),
        _ => throw new ArgumentOutOfRangeException(nameof(register), register, "No register."),
    };

    private static CompetitionLine WrongCompetition(string line) => line switch
    {
        "that is not the first" => new CompetitionProposedLine { Id = Guid.NewGuid(), Names = new("赛") },
        "that adopts an unknown rulebook" => new RulebookAdoptedLine { Id = Guid.NewGuid(), Rulebook = "0f" },
        "of a stage without a name" => Stage with { Names = new("") },
        "of a stage of no day" => Stage with { Dates = Empty },
        "of a stage before the calendar" => Stage with { Dates = new(DateOnly.MinValue, new DateOnly(1, 2, 1)) },
        "of a stage until the end of time" => Stage with { Dates = new(March.End, DateOnly.MaxValue) },
        "of a stage over another" => Stage with { Dates = new(new DateOnly(2026, 3, 31), new DateOnly(2026, 4, 30)) },
        "of a division with a blank in its id" => new DivisionLine { Id = Guid.NewGuid(), Division = "a b", Names = new("甲") },
        "of an entrant without an id" => new EnrolmentLine { Id = Guid.NewGuid(), Entrant = "" },
        "of an entrant that is not known and has no name" => new EnrolmentLine { Id = Guid.NewGuid(), Entrant = "nobody" },
        "of an entrant in an unknown division" => new EnrolmentLine { Id = Guid.NewGuid(), Entrant = "t1", Division = "a" },
        "of a withdrawal of nobody" => new WithdrawalLine { Id = Guid.NewGuid(), Entrant = "nobody" },
        _ => throw new ArgumentOutOfRangeException(nameof(line), line, "The table names no such line."),
    };

    private static ProjectLine WrongProject(string line) => line switch
    {
        "that is not the first" => Registration(),
        "of a product that is not known" => ProductLine with { Product = new ProductCode("nothing") },
        "of a product for no day" => ProductLine with { Period = Empty },
        "of fewer pieces than none" => ProductLine with { Pieces = -1 },
        "of a milestone without a name" => new MilestoneLine { Id = Guid.NewGuid(), Milestone = "", Due = March.Start },
        "of a cost without a source" => new CostElementLine
        {
            Id = Guid.NewGuid(),
            Element = "电",
            BudgetQuantity = 1,
            ActualQuantity = 1,
            Unit = "kWh",
            PlanPrice = 1,
            Source = "",
        },
        _ => throw new ArgumentOutOfRangeException(nameof(line), line, "The table names no such line."),
    };

    private static ProjectRegisteredLine WrongRegistration(string line) => line switch
    {
        "without a name" => Registration() with { Names = new("") },
        "of no day" => Registration() with { Period = Empty },
        "of an unknown team" => Registration() with { Team = new UnitId("nobody") },
        "with an unknown helper" => Registration() with { Shares = [new(new UnitId("nobody"), 100)] },
        "with shares of 99 %" => Registration() with { Shares = [new(new UnitId("t0"), 66), new(new UnitId("t1"), 33)] },
        "with a share of nothing" => Registration() with { Shares = [new(new UnitId("t0"), 100), new(new UnitId("t1"), 0)] },
        _ => throw new ArgumentOutOfRangeException(nameof(line), line, "The table names no such line."),
    };

    private static UnitClosedLine Closed(string unit, string? successor = null) => new()
    {
        Id = Guid.NewGuid(),
        Unit = new UnitId(unit),
        Successor = successor is null ? null : new UnitId(successor),
    };

    private static DayLine Day(bool working, DayKind? kind = null) =>
        new() { Id = Guid.NewGuid(), Date = March.Start, Working = working, Kind = kind };

    private static MemberLine Member(string unit) => new()
    {
        Id = Guid.NewGuid(),
        Person = new PersonId("p-7"),
        Unit = new UnitId(unit),
        Employment = Employment.Own,
    };

    private static ShiftKindLine Shift => new()
    {
        Id = Guid.NewGuid(),
        Kind = new ShiftKind("late"),
        Names = new("中班"),
        Start = new TimeOnly(16, 0),
        LengthMinutes = 480,
        Zone = "Asia/Shanghai",
    };

    private static ProductLine Product => new()
    {
        Id = Guid.NewGuid(),
        Product = new ProductCode("good"),
        Names = new("好"),
        Unit = "件",
    };

    private static WorkOrderLine Order => new() { Id = Guid.NewGuid(), WorkOrder = new WorkOrderNumber("W-1") };

    private static StageLine Stage => new()
    {
        Id = Guid.NewGuid(),
        Stage = new StageCode("m4"),
        Names = new("4月"),
        Dates = new(March.End, new DateOnly(2026, 5, 1)),
    };

    private static ProjectProductLine ProductLine => new()
    {
        Id = Guid.NewGuid(),
        Product = new ProductCode("body"),
        Period = March,
        Pieces = 1,
    };

    private static PlanLine Plan() => new()
    {
        Id = Guid.NewGuid(),
        Measure = new MeasureCode("pieces"),
        Subject = Team,
        Period = March,
        Value = 52,
    };

    private static PlanChangeLine Notice => new()
    {
        Id = Guid.NewGuid(),
        Notice = "生计07号",
        Measure = new MeasureCode("pieces"),
        Subject = Team,
        Period = March,
        Value = 46,
        Reason = "客户推迟交货",
    };

    private static ExclusionLine Exclusion(string plant, string team, string kind, int minutes) => new()
    {
        Id = Guid.NewGuid(),
        Shift = new ShiftId(new PlantId(plant), new UnitId(team), new DateOnly(2026, 3, 5), new ShiftKind(kind)),
        Minutes = minutes,
        Cause = "停电",
    };

    private static RulebookLine Rulebook(string points) =>
        new() { Id = Guid.NewGuid(), Code = "contest", Text = Contest.Rulebook(points) };

    private static RulebookLine WithUnusedInput => Rulebook("value") with
    {
        Text = Contest.Rulebook("value").Replace("件数: pieces", "件数: pieces, 废品: scrap", StringComparison.Ordinal),
    };

    private static ProjectRegisteredLine Registration() => new()
    {
        Id = Guid.NewGuid(),
        Names = new("车体"),
        Level = ProjectLevel.Team,
        Period = March,
        Team = new UnitId("t0"),
    };
}
