using Ganchao.Contracts;
using Ganchao.Contracts.Boards;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Refusals;
using Ganchao.Dashboard.Entry;
using Microsoft.AspNetCore.Http;

namespace Ganchao.Dashboard.Tests.Entry;

/// <summary>One shift of a made-up foundry, with answers as a test wants them.</summary>
internal sealed class FewShifts : IEntryDesk
{
    public static readonly ShiftId Shift = ShiftId.Parse("main/7/2026-07-09/day");
    public static readonly EntryCell Pieces = new(new("pieces"), new ProductCode("1"), new WorkOrderNumber("2"));
    public static readonly EntryCell Tapped = new(new("tapped"));

    private static readonly ShiftHeading Heading = new(
        Shift, new Names("赶超机械厂", "Ganchao Works"), new Names("造型一班", "Moulding 1"), new Names("白班", "Day"),
        TimeSpan.FromHours(8));

    public EntryWriter Writer { get; init; } = new(new Actor(ActorKind.System, "local", Role.ShiftLead), 200, "");

    public UnknownPart Unknown { get; init; }

    public bool SignedOff { get; init; }

    public bool IsFilled { get; init; }

    public IReadOnlyList<Refusal> Refusals { get; init; } = [];

    public IReadOnlyList<UnusualFigure> Unusual { get; init; } = [];

    public bool IsUnknownOutcome { get; init; }

    public bool IsRepeated { get; init; }

    public SheetHistory? History { get; init; }

    public Exception? Problem { get; init; }

    /// <summary>What was entered.</summary>
    public List<EntryForm> Entered { get; } = [];

    /// <summary>How it was said that there is nothing to report.</summary>
    public List<NothingForm> Nothings { get; } = [];

    public static CellWords PiecesWords { get; } = new(
        new Names("完工件数", "Pieces"), "件", 0, new Names("烧结机台车体", "Pallet-car body"), new Names("台车体增效", "Pallet cars"));

    public static CellWords TappedWords { get; } = new(new Names("出钢量", "Steel tapped"), "吨", 2);

    /// <summary>A line of two versions, the second a correction.</summary>
    public static SheetHistory Corrected(params HistoryVersion[] more) => new(
        Heading,
        [
            new HistoryLine(1, Pieces, PiecesWords, null, null, IsOurs: true,
            [
                new HistoryVersion(
                    1, Id(1), 12, Act(Role.ShiftLead), null, null, EntryWay.Ordinary, null, new KeptText("1")),
                new HistoryVersion(
                    2, Id(2), 2, Act(Role.Statistician), At.AddMinutes(-1), null, EntryWay.Late, new KeptText("2"),
                    new KeptText(null)),
                .. more,
            ]),
        ],
        new HistoryAct(Role.ShiftLead, "local", At));

    public static DateTimeOffset At => new(2026, 7, 9, 6, 5, 3, TimeSpan.Zero);

    public static HistoryAct Act(Role role) => new(role, "local", At);

    public static Guid Id(int number) => new(number, 1, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 1);

    public EntryWriter WriterOf(HttpContext context) => Writer;

    public Task<IReadOnlyList<UnconfirmedSheet>> ListUnconfirmedAsync(
        HttpContext context, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<UnconfirmedSheet>>([]);

    public Task<EntryAnswer?> ConfirmAsync(ShiftId shift, bool isLoan, Guid id, IReadOnlyList<Guid> entries, Actor actor) =>
        Task.FromResult<EntryAnswer?>(null);

    public async Task<IReadOnlyList<EntryPlant>> ListAsync(HttpContext? context, CancellationToken cancellationToken)
    {
        await Answering();
        return Unknown != UnknownPart.NotSet ? [] :
        [
            new EntryPlant(Shift.Plant, Heading.Plant,
            [
                new EntryTeam(Shift.Team, Heading.Team, new Names("铸造分厂", "Foundry"),
                [
                    new ShiftChoice(Shift, Heading.Kind, IsRunning: true),
                    new ShiftChoice(Shift with { Date = Shift.Date.AddDays(-1) }, Heading.Kind, IsRunning: false),
                ]),
                new EntryTeam(new UnitId("8"), new Names("8"), null, []),
            ]),
        ];
    }

    public async Task<ShiftReading> ReadAsync(ShiftId shift, CancellationToken cancellationToken)
    {
        await Answering();
        return new ShiftReading(Unknown == UnknownPart.NotSet ? Form() : null, Unknown);
    }

    /// <summary>The work order that is known besides the form's own.</summary>
    public static readonly WorkOrderNumber OtherOrder = new("W-1205");

    private static readonly EntryField Ordered = new(Pieces with { WorkOrder = OtherOrder }, PiecesWords, 0, 400);

    public Task<OrderReading> FindOrderAsync(ShiftId shift, string typed, CancellationToken cancellationToken) => Task.FromResult(
        typed == OtherOrder.Value ? new OrderReading([Ordered], [])
        : new OrderReading([], typed.StartsWith('W') ? [OtherOrder.Value] : []));

    public Task<IReadOnlyList<EntryField>> ReadFieldsAsync(
        ShiftId shift, IReadOnlyList<EntryCell> cells, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<EntryField>>([.. cells.Where(cell => cell == Ordered.Cell).Select(_ => Ordered)]);

    public async Task<EntryJudgement> CheckAsync(
        ShiftId shift, EntryList entries, Actor actor, CancellationToken cancellationToken)
    {
        await Answering();
        return new EntryJudgement(AnswerTo(entries), Unusual);
    }

    public Task<EntryAnswer?> EnterAsync(
        ShiftId shift, EntryList entries, Actor actor, CancellationToken cancellationToken) => throw new NotSupportedException();

    public async Task<EntrySubmission> SubmitAsync(
        ShiftId shift, EntryList entries, Actor actor, CancellationToken cancellationToken)
    {
        await Answering();
        Entered.AddRange(entries.Entries);
        return new EntrySubmission(IsUnknownOutcome ? null : AnswerTo(entries), Places(40), Places(42.5m));
    }

    public async Task<EntrySubmission> SignOffAsync(
        ShiftId shift, Guid id, Actor actor, CancellationToken cancellationToken)
    {
        await Answering();
        return new EntrySubmission(IsUnknownOutcome ? null : AnswerTo(new EntryList([])), [], []);
    }

    public async Task<EntrySubmission> ReportNothingAsync(
        ShiftId shift, NothingForm form, Actor actor, CancellationToken cancellationToken)
    {
        await Answering();
        Nothings.Add(form);
        var answer = SignedOff && form.Way == EntryWay.Ordinary
            ? new EntryAnswer(EntryOutcome.Refused, "sheet", 1, [], [], [new Refusal("signed-off", "way", "signed off")])
            : AnswerTo(new EntryList([new EntryForm(form.Id, new("pieces"))]));
        return new EntrySubmission(IsUnknownOutcome ? null : answer, [], []);
    }

    public async Task<SheetHistory?> HistoryAsync(ShiftId shift, CancellationToken cancellationToken)
    {
        await Answering();
        return Unknown != UnknownPart.NotSet ? null : History ?? new SheetHistory(Heading, [], null);
    }

    public async Task<DepartmentHistory?> HistoryAsync(DepartmentSheet sheet, CancellationToken cancellationToken)
    {
        await Answering();
        return sheet.Department.Value != "quality" ? null : new DepartmentHistory(
            sheet, Heading.Plant, new Names("质检科", "Quality control"), Heading.UtcOffset,
            [.. Corrected().Lines.Select(line => line with { Subject = Heading.Team, IsOurs = false })]);
    }

    public async Task<IReadOnlyList<BoardPlace>> PlacesAsync(ShiftId shift, CancellationToken cancellationToken)
    {
        await Answering();
        return Places(42.5m);
    }

    private async Task Answering()
    {
        await Task.Yield();
        if (Problem is not null)
        {
            throw Problem;
        }
    }

    private ShiftForm Form()
    {
        var filled = new FilledLine(Id(1), Pieces, PiecesWords, null, 12, IsOurs: true);
        return new ShiftForm(
            Heading,
            SignedOff,
            [
                new EntryField(
                    Pieces, PiecesWords, 0, 400, new LastFigure(2, Shift.Date.AddDays(-1), Heading.Kind), 3,
                    new ProjectPlan(26, 14), IsFilled ? filled : null),
            ],
            [new EntryField(Tapped, TappedWords, 0, 20)],
            IsFilled ? [filled] : [],
            [new ComputedPlan(new Names("合格铸件", "Good castings"), "吨", 2, 3.14m)],
            TakesOrders: true);
    }

    private EntryAnswer AnswerTo(EntryList entries) => Refusals.Count > 0
        ? new EntryAnswer(EntryOutcome.Refused, "sheet", 1, [], [], Refusals)
        : new EntryAnswer(
            IsRepeated ? EntryOutcome.AlreadyRecorded : EntryOutcome.Recorded, "sheet", 2,
            [.. entries.Entries.Select((entry, index) => new EntryReceipt(entry.Id, index + 1, index + 1))], [], []);

    private static IReadOnlyList<BoardPlace> Places(decimal total) =>
    [
        new BoardPlace(
            BoardId.Parse("main/quarter/m1"), new Names("班组季度赛 七月", "Team quarter July"), "7", Heading.Team, total, total > 41 ? 1 : 2, 1),
    ];
}
