using Ganchao.Contracts;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Refusals;
using Ganchao.Dashboard.Entry;
using Ganchao.Dashboard.Grids;
using Ganchao.Dashboard.Spreadsheets;
using Microsoft.AspNetCore.Http;

namespace Ganchao.Dashboard.Tests.Grids;

/// <summary>One branch with one month sheet: two teams, a cost and a rate; the first cost stands there.</summary>
internal sealed class FewGrids : IGridDesk
{
    public static readonly DepartmentSheet Sheet = new(
        new PlantId("main"), new UnitId("foundry"), new DateOnly(2026, 7, 1), Occasion.Month);

    public static readonly GridColumn Cost = new(
        new MeasureCode("cost"), null, SubjectKind.Team, new CellWords(new Names("成本", "Cost"), "元", 2), Min: 0);

    public static readonly GridColumn Rate = new(
        new MeasureCode("rate"), null, SubjectKind.Team, new CellWords(new Names("到课率", "Attended"), "%", 1), 0, 100, AddsUp: false);

    public static readonly GridRow One = new(SubjectId.Team(new UnitId("7")), new Names("七班", "Team seven"));
    public static readonly GridRow Two = new(SubjectId.Team(new UnitId("8")), new Names("八班", "Team eight"));

    /// <summary>The entry of the cost that stands there.</summary>
    public static readonly Guid Standing = new("0195f3a0-0000-7000-8000-000000000007");

    public bool SignedOff { get; init; }

    public EntryWriter Writer { get; init; } = new(new Actor(ActorKind.Person, "p-1", Role.Statistician), 200, "");

    public IReadOnlyList<Refusal> Refusals { get; init; } = [];

    public IReadOnlyList<UnusualFigure> Unusual { get; init; } = [];

    public GridForm Form => new(
        Sheet,
        new Names("总厂", "Main works"),
        new Names("铸造分厂", "Foundry"),
        SignedOff,
        [Cost, Rate],
        [One, Two],
        new Dictionary<string, FilledCell>
        {
            [GridForm.KeyOf(One, Cost)] = new(1_200.5m, Standing),
            [GridForm.KeyOf(Two, Rate)] = new(97.5m, null, new Names("安全科", "Safety")),
        },
        Writer);

    public Task<IReadOnlyList<GridOwner>> ListAsync(HttpContext context, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<GridOwner>>(
        [
            new GridOwner(
                Sheet.Plant, Sheet.Department, Form.Department, [Sheet, Sheet with { First = new(2026, 6, 1) }], HasEvents: true),
        ]);

    public Task<GridForm?> ReadAsync(HttpContext context, DepartmentSheet sheet, CancellationToken cancellationToken) =>
        Task.FromResult(sheet == Sheet ? Form : null);

    public Task<EntryJudgement> CheckAsync(DepartmentSheet sheet, EntryList entries, Actor actor) => Task.FromResult(
        new EntryJudgement(Answer(entries, Refusals.Count > 0 ? EntryOutcome.Refused : EntryOutcome.Recorded), Unusual));

    public Task<EntryAnswer?> EnterAsync(DepartmentSheet sheet, EntryList entries, Actor actor) =>
        Task.FromResult<EntryAnswer?>(Answer(entries, EntryOutcome.Recorded));

    public TableReading Map(SpreadsheetTable table, GridForm form, IReadOnlyDictionary<int, string>? chosen) => new([], [], []);

    private EntryAnswer Answer(EntryList entries, EntryOutcome outcome) => new(
        outcome,
        Sheet.ToString(),
        9,
        [.. entries.Entries.Select(static (entry, index) => new EntryReceipt(entry.Id, index + 8, index + 8))],
        [],
        Refusals);
}
