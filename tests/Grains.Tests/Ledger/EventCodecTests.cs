using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Ganchao.Contracts;
using Ganchao.Contracts.Certifications;
using Ganchao.Contracts.Competitions;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Projects;
using Ganchao.Contracts.Registers;
using Ganchao.Grains.Interfaces.Sheets;
using Ganchao.Grains.Ledger;
using Ganchao.Grains.Tests.Plants;
using static Ganchao.Grains.Tests.Plants.TestPlant;
using StreamId = Ganchao.Grains.Ledger.StreamId;

namespace Ganchao.Grains.Tests.Ledger;

public sealed class EventCodecTests(PlantFixture fixture)
{
    private static readonly Guid Id = new("0195f3a0-0000-7000-8000-000000000001");
    private static readonly DateOnly From = new(2026, 3, 16);
    private static readonly Names Names = new("造型一班", "Moulding 1");

    private static readonly ExcludedStretch Stretch = new(60, 180, ExclusionCause.PowerCut, new("foundry"));

    private static readonly object[] Payloads =
    [
        new EntryRecorded(
            3, From, new("output"), SubjectId.Team(new("t0")), Occasion.Heat, new("body"), new("W-1"), "铁水", "H-1",
            40.5m, 2, EntryWay.OnBehalf, new("p-7"), Instant(8), Instant(0), Id,
            new Commitment(Id, "ab"), new Commitment(Id, "cd")),
        new EntryRecorded(
            1, From, new("output"), SubjectId.Team(new("t0")), Occasion.Shift, null, null, null, null, null, 2,
            EntryWay.Ordinary, null, null, null, null, null, null),
        new EntryRecorded(
            1, From, new("injury"), SubjectId.Team(new("t0")), Occasion.Event, null, null, null, null, 1, 0,
            EntryWay.Ordinary, null, null, null, null, null, null,
            new Dictionary<string, string> { ["at_fault"] = "true", ["severity"] = "轻伤" }),
        new EntryRecorded(
            1, From, new("output"), SubjectId.Team(new("t0")), Occasion.Shift, null, null, null, null, 125m, 2,
            EntryWay.Ordinary, null, null, null, null, null, null, null, new Commitment(Id, "ef"),
            [new UnusualMark(Oddity.OtherUnit, 12.5m, 10, 10), new UnusualMark(Oddity.RestDay)], new UnitId("t1")),
        new SheetSignedOff(7),
        new EvidenceAttached(Id, new EvidenceCommitment(new string('a', 64), 12_345, "image/jpeg")),
        new LoanConfirmed([Id]),
        new NothingReported(EntryWay.OnBehalf, new("p-7"), Instant(0)),
        new ExclusionProposed(Stretch, ExclusionSide.Team, new Commitment(Id, "ab"), Instant(0)),
        new ExclusionAnswered(Id, 3, Stretch, ExclusionSide.Responsible, false, new Commitment(Id, "cd"), Instant(8)),
        new ExclusionWithdrawn(Id, ExclusionSide.Team, null, null),
        new ExclusionDecided(Id, 3, Stretch, true, new Commitment(Id, "ef"), null),
        new UnitLine { Id = Id, From = From, Unit = new("t0"), Kind = UnitKind.TemporaryTeam, Names = Names, Parent = new("b0") },
        new UnitClosedLine { Id = Id, From = From, Unit = new("t0"), Successor = new("t1"), EntrantContinues = true },
        new MemberLine
        {
            Id = Id, From = From, Person = new("p-7"), Unit = new("t0"), Employment = Employment.Dispatched, Until = From,
            ReasonKept = new Commitment(Id, "ab"),
        },
        new ShiftKindLine
        {
            Id = Id, From = From, Kind = new("night"), Names = Names, Start = new TimeOnly(20, 30), LengthMinutes = 720,
            Zone = "Asia/Shanghai", StartsDaysAfterDate = -1, Order = 3, Teams = [new("t0")],
        },
        new WorkingWeekLine { Id = Id, From = From, Days = [DayOfWeek.Monday, DayOfWeek.Saturday] },
        new DayLine
        {
            Id = Id, From = From, Date = From, Working = true, Kind = DayKind.SwappedWorkingDay, Names = Names,
        },
        new ProductLine
        {
            Id = Id, From = From, Product = new("body"), Names = Names, Unit = "件", Drawing = "DN-7", UnitWeight = 2.40m,
            Price = 22_300m, QuotaHours = 0.125m, Route = [new RouteStep("造型", [new("t0"), new("t1")])],
        },
        new WorkOrderLine { Id = Id, From = From, WorkOrder = new("W-1"), Project = new("ZD-1"), Product = new("body") },
        new MeasureLine
        {
            Id = Id, From = From, Measure = new("output"), Names = Names, Unit = "t", Decimals = 2, Kind = MeasureKind.Derived,
            Subject = SubjectKind.Team, Occasion = Occasion.Shift, Entries = CellEntries.Many, OverTeams = OverTeams.LastStep,
            Min = -1m, Max = 10m, UsualMin = 0m, UsualMax = 5.5m, EnteredBy = [Role.ShiftLead, Role.Device], Owner = new("d0"),
            Formula = "pieces * 2", Certifiers = [new("d0"), new("d1")],
            Attributes = new Dictionary<string, IReadOnlyList<string>> { ["severity"] = ["轻伤"], ["place"] = [] },
        },
        new PlanLine
        {
            Id = Id, From = From, Measure = new("output"), Subject = SubjectId.Team(new("t0")), Period = March, Value = 52.00m,
            Product = new("body"),
        },
        new PlanChangeLine
        {
            Id = Id, From = From, Notice = "生计07号", Measure = new("output"), Subject = SubjectId.Team(new("t0")),
            Period = March, Value = 46m, Product = new("body"), ReasonKept = new Commitment(Id, "ef"),
        },
        new ExclusionLine { Id = Id, From = From, Shift = ShiftId.Parse("p/t0/2026-03-02/day"), Minutes = 120, Cause = "停电" },
        new CoefficientLine { Id = Id, From = From, Name = "难度", Entrant = "t0", Value = 1.10m },
        new TagLine { Id = Id, From = From, Name = "zone", Entrant = "t0", Text = "II" },
        new RulebookLine { Id = Id, From = From, Code = "contest", Text = "language: 1\n" },
        new RulebookLine { Id = Id, From = From, Code = "contest", Text = "language: 1\n", Accept = ["units-differ"] },
        new CompetitionProposedLine { Id = Id, Names = Names },
        new RulebookAdoptedLine { Id = Id, Rulebook = "0f" },
        new StageLine { Id = Id, Stage = new("m3"), Names = Names, Dates = March },
        new DivisionLine { Id = Id, Division = "a", Names = Names },
        new EnrolmentLine { Id = Id, Entrant = "t0", Names = Names, Division = "a", Guest = true },
        new WithdrawalLine { Id = Id, Entrant = "t0" },
        new ObjectionLine
        {
            Id = Id, Objection = new("YY-1"), Stage = new("m3"), Entrants = ["t0", "t1"], TextKept = new Commitment(Id, "ef"),
        },
        new ObjectionAnsweredLine
        {
            Id = Id, Objection = new("YY-1"), Upheld = true, Decision = "劳赛〔2026〕7号", AnswerKept = new Commitment(Id, "ef"),
        },
        new StageFinalisedLine { Id = Id, Stage = new("m3"), Position = 70, Standing = "0f", Decision = "劳赛〔2026〕8号" },
        new StageFinalisedLine
        {
            Id = Id, Stage = new("m3"), Position = 70, Standing = "0f", Decision = "劳赛〔2026〕8号",
            Left = [new("t0", "", "结转", 1.50m, null), new("", "热", "储备", null, "NotDecided")],
        },
        new ReferenceLine { Id = Id, Stage = new("m3"), Name = "省均值", Value = 312.50m, Source = "省公司通报" },
        new AdjustmentLine { Id = Id, Stage = new("m3"), Entrant = "t0", Name = "嘉奖", Amount = 2m, Decision = "劳赛〔2026〕9号" },
        new RoleLine { Id = Id, Person = new("p-1"), Role = Role.ShiftLead, Unit = new("t0"), Until = From, For = new("p-2") },
        new RoleEndedLine { Id = Id, Person = new("p-1"), Role = Role.ShiftLead, Unit = new("t0"), For = new("p-2") },
        new AcceptedLine { Id = Id, Department = new("d0"), Position = 70, OpinionKept = new Commitment(Id, "ef") },
        new RevokedLine { Id = Id, Department = new("d0"), ReasonKept = new Commitment(Id, "ef") },
        new ProjectRegisteredLine
        {
            Id = Id, Names = Names, Level = ProjectLevel.Plant, Period = March, Team = new("t0"),
            Shares = [new ProjectShare(new("t1"), 33.50m)], Sponsor = "p-1",
        },
        new ProjectProductLine { Id = Id, Product = new("body"), Period = March, Pieces = 12m },
        new MilestoneLine { Id = Id, Milestone = "首件", Due = From, Reached = From },
        new CostElementLine
        {
            Id = Id, Element = "电", BudgetQuantity = 10.50m, ActualQuantity = 9m, Unit = "kWh", PlanPrice = 0.60m, Source = "电表",
        },
    ];

    public static TheoryData<int> Indices => [.. Enumerable.Range(0, Payloads.Length)];

    [Theory]
    [MemberData(nameof(Indices))]
    public void An_event_read_back_gives_the_same_bytes(int index)
    {
        var bytes = EventCodec.Encode(Payloads[index]);

        var decoded = EventCodec.Decode(Stored(EventCodec.NameOf(Payloads[index]), EventCodec.Version, bytes));

        Assert.Equal(Payloads[index].GetType(), decoded.GetType());
        Assert.Equal(Encoding.UTF8.GetString(bytes), Encoding.UTF8.GetString(EventCodec.Encode(decoded)));
    }

    [Fact]
    public void The_table_above_holds_every_line_that_there_can_be()
    {
        var lines = new[] { typeof(RegisterLine), typeof(CompetitionLine), typeof(ProjectLine), typeof(CertificationLine) }
            .SelectMany(root => root.GetCustomAttributes<JsonDerivedTypeAttribute>())
            .Select(line => line.DerivedType);

        Assert.Empty(lines.Except(Payloads.Select(payload => payload.GetType())));
    }

    // The ledger's first bytes are hashed for good: whoever changes how an event is written breaks every chain.
    [Fact]
    public void An_entry_is_written_in_these_bytes() => Assert.Equal(
        """
        {"line":3,"date":"2026-03-16","measure":"output","subject":"team/t0","occasion":"heat","product":"body",
        "workOrder":"W-1","detail":"铁水","record":"H-1","value":"40.5","decimals":2,"way":"on-behalf","for":"p-7",
        "observedAt":"2026-03-02T06:00:00.123Z","deviceAt":"2026-03-02T14:00:00.123Z",
        "supersedes":"0195f3a0-0000-7000-8000-000000000001",
        "reason":{"content":"0195f3a0-0000-7000-8000-000000000001","hmac":"ab"},
        "note":{"content":"0195f3a0-0000-7000-8000-000000000001","hmac":"cd"}}
        """.ReplaceLineEndings(""),
        Encoding.UTF8.GetString(EventCodec.Encode(Payloads[0])));

    [Theory]
    [InlineData("40.00", "40.0")]
    [InlineData("40", "40.000000000")]
    [InlineData("0", "-0.00")]
    public void Equal_figures_give_equal_bytes(string one, string other)
    {
        var entry = (EntryRecorded)Payloads[0];

        Assert.Equal(
            EventCodec.Encode(entry with { Value = Decimal(one) }), EventCodec.Encode(entry with { Value = Decimal(other) }));
    }

    [Fact]
    public void An_instant_is_whole_milliseconds_of_UTC_whatever_the_device_said()
    {
        var entry = (EntryRecorded)Payloads[0];
        var exact = Instant(8).AddTicks(-1 * (Instant(8).Ticks % TimeSpan.TicksPerMillisecond));

        Assert.Equal(
            EventCodec.Encode(entry with { ObservedAt = exact.ToUniversalTime() }),
            EventCodec.Encode(entry with { ObservedAt = exact.AddTicks(9_999) }));
    }

    [Theory]
    [InlineData("entry", 2)]
    [InlineData("entry-of-tomorrow", 1)]
    [InlineData("Entry", 1)]
    [InlineData("", 1)]
    public void What_this_release_does_not_know_is_never_skipped(string type, int version)
    {
        var refused = Assert.Throws<UnknownEventException>(
            () => EventCodec.Decode(Stored(type, version, EventCodec.Encode(Payloads[0]))));

        Assert.Contains("p/shift/t0/2026-03-02/day", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_payload_with_a_member_that_this_release_does_not_know_is_not_read() =>
        Assert.Throws<JsonException>(() => EventCodec.Decode(
            Stored("sheet-signed-off", 1, Encoding.UTF8.GetBytes("""{"entries":7,"weather":"rain"}"""))));

    [Theory]
    [InlineData("entry-of-tomorrow", 1)]
    [InlineData("entry", 2)]
    public async Task A_sheet_with_an_event_of_a_later_release_does_not_open(string type, int version)
    {
        var plant = await fixture.NewPlant().WithAsync("foundry: t0", Measure("pieces"));
        await AppendAsync(new StreamId(plant.Id, StreamKind.Shift, "t0/2026-03-02/day"), type, version);

        await Assert.ThrowsAsync<UnknownEventException>(() => plant.Shift("t0", 2).Read());
        await Assert.ThrowsAsync<UnknownEventException>(() => plant.EnterAsync("t0", 2, Entry("pieces", 1)));
    }

    [Fact]
    public async Task A_register_with_an_event_of_a_later_release_does_not_open()
    {
        var plant = await fixture.NewPlant().WithAsync("foundry: t0", Measure("pieces"));
        await AppendAsync(new StreamId(plant.Id, StreamKind.Register, "plans"), "register/forecast", 1);

        await Assert.ThrowsAsync<UnknownEventException>(() => plant.TryRecordAsync(RegisterName.Plans));
    }

    private Task<AppendResult> AppendAsync(StreamId stream, string type, int version) => fixture.Ledger.AppendAsync(new Append(
        stream,
        fixture.Ledger.HeadOf(stream),
        [new EventDraft(Id, type, version, Lead, Instant(0), "{}"u8.ToArray(), null)],
        []));

    private static StoredEvent Stored(string type, int version, byte[] payload) => new(
        StreamId.Parse("p/shift/t0/2026-03-02/day"), 1, 1, Id, type, version, Lead, Instant(0), payload, default, default);

    private static DateTimeOffset Instant(int offset) =>
        new DateTimeOffset(2026, 3, 2, 14, 0, 0, 123, TimeSpan.FromHours(offset)).AddTicks(4_567);

    private static decimal Decimal(string text) =>
        decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
