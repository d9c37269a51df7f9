using Ganchao.Contracts;
using Ganchao.Contracts.Boards;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Registers;
using Ganchao.Grains.Tests.Plants;
using static Ganchao.Grains.Tests.Plants.TestPlant;

namespace Ganchao.Grains.Tests.Boards;

/// <summary>The clock moves here, so the plants are not those of the other tests. All times are Shanghai's.</summary>
public sealed class PlanToDateTests(RollingClockFixture fixture) : IClassFixture<RollingClockFixture>
{
    private const string Rulebook =
        """
        language: 1
        code: plans
        names: 计划
        entrants: team
        inputs: { 件数: pieces }
        indicators:
          到目前: { names: 到目前, value: "plan(件数, toDate)" }
          全部: { names: 全部, value: "plan(件数, adjusted)" }
          件数: { names: 件数, value: "sum(件数)" }
          距上次: { names: 距上次, value: "daysSince(lastDate(件数))" }
        ranking: { by: [ total desc ] }
        """;

    [Theory]
    [InlineData("2026-02-27 12:00", 0)] // before the stage
    [InlineData("2026-03-01 15:59", 0)]
    [InlineData("2026-03-01 16:00", 10)] // the first day shift ends
    [InlineData("2026-03-11 12:00", 100)]
    [InlineData("2026-03-31 16:00", 310)]
    [InlineData("2026-05-01 12:00", 310)] // after the stage
    public async Task The_plan_to_date_is_that_of_the_shifts_that_have_ended_by_the_plants_clock(string now, int expected)
    {
        var (plant, board) = await PlantAsync();
        await plant.RecordAsync(RegisterName.Plans, Plan(March, 310));

        fixture.MoveTo(now);

        Assert.Equal((expected, 310m), ((int)ToDate(await plant.ReadProvenAsync(board)), Whole(await plant.ReadAsync(board))));
    }

    [Fact]
    public async Task Minutes_that_were_agreed_to_be_excluded_are_taken_out_of_the_plan_to_date()
    {
        var (plant, board) = await PlantAsync();
        await plant.RecordAsync(RegisterName.Plans, Plan(March, 310));
        fixture.MoveTo("2026-03-11 12:00");

        await plant.RecordAsync(
            RegisterName.Plans, Exclusion(plant, 5, 240, "停电"), Exclusion(plant, 5, 120, "缺料"), Exclusion(plant, 20, 240, "停电"));

        var frame = await plant.ReadProvenAsync(board);
        Assert.Equal(100m - 5m - 2.5m, ToDate(frame)); // that of the 20th has not ended
        Assert.Equal(310m, Whole(frame));
    }

    [Fact]
    public async Task A_shift_excluded_whole_and_then_shortened_takes_nothing_more_away()
    {
        var (plant, board) = await PlantAsync();
        await plant.RecordAsync(RegisterName.Plans, Plan(March, 310));
        fixture.MoveTo("2026-03-11 11:59");
        await plant.RecordAsync(RegisterName.Plans, Exclusion(plant, 5, 480, "停电"));

        await plant.RecordAsync(RegisterName.Calendar, Kind("day", 8, 240, new DateOnly(2026, 3, 5)));

        Assert.Equal(90m, ToDate(await plant.ReadProvenAsync(board)));
    }

    [Fact]
    public async Task Of_a_quarters_plan_a_monthly_stage_has_its_shifts_part()
    {
        var (plant, board) = await PlantAsync();
        var quarter = new DateRange(new DateOnly(2026, 1, 1), new DateOnly(2026, 4, 1));
        await plant.RecordAsync(RegisterName.Plans, Plan(quarter, 900));

        fixture.MoveTo("2026-03-11 12:00");

        var frame = await plant.ReadProvenAsync(board);
        Assert.Equal((100m, 310m), (ToDate(frame), Whole(frame)));
    }

    [Fact]
    public async Task A_plan_of_another_month_is_none_of_this_stage()
    {
        var (plant, board) = await PlantAsync();
        await plant.RecordAsync(RegisterName.Plans, Plan(new(new DateOnly(2026, 2, 1), March.Start), 280));

        Assert.Null(Value(await plant.ReadProvenAsync(board), "t0", 1));
    }

    [Fact]
    public async Task Free_days_have_no_part_in_a_plan()
    {
        var (plant, board) = await PlantAsync();
        await plant.RecordAsync(RegisterName.Plans, Plan(March, 220)); // March 2026 has 22 weekdays
        await plant.RecordAsync(
            RegisterName.Calendar,
            new WorkingWeekLine
            {
                Id = Guid.NewGuid(),
                Days = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday],
            },
            new DayLine { Id = Guid.NewGuid(), Date = new DateOnly(2026, 3, 2), Working = false },
            new DayLine { Id = Guid.NewGuid(), Date = new DateOnly(2026, 3, 7), Working = true });

        fixture.MoveTo("2026-03-11 12:00");

        Assert.Equal(70m, ToDate(await plant.ReadProvenAsync(board))); // 3 to 6, 7, 9 and 10 March
    }

    [Fact]
    public async Task Two_shifts_a_day_share_the_plan_and_a_night_ends_in_the_morning()
    {
        var (plant, board) = await PlantAsync();
        await plant.RecordAsync(RegisterName.Calendar, Kind("night", 20, 720));
        await plant.RecordAsync(RegisterName.Plans, Plan(March, 620));

        fixture.MoveTo("2026-03-11 07:59");
        var before = ToDate(await plant.ReadProvenAsync(board));
        fixture.MoveTo("2026-03-11 08:00");

        Assert.Equal(190m, before);
        Assert.Equal(200m, ToDate(await plant.ReadProvenAsync(board)));
    }

    [Fact]
    public async Task A_shift_that_is_longer_from_the_sixth_on_ends_later_from_then_on()
    {
        var (plant, board) = await PlantAsync();
        await plant.RecordAsync(RegisterName.Plans, Plan(March, 310));
        await plant.RecordAsync(RegisterName.Calendar, Kind("day", 8, 720, new DateOnly(2026, 3, 6)));

        fixture.MoveTo("2026-03-05 16:00");
        var fifth = ToDate(await plant.ReadProvenAsync(board));
        fixture.MoveTo("2026-03-06 19:59");
        var sixth = ToDate(await plant.ReadProvenAsync(board));
        fixture.MoveTo("2026-03-06 20:00");

        Assert.Equal((50m, 50m, 60m), (fifth, sixth, ToDate(await plant.ReadProvenAsync(board))));
    }

    [Fact]
    public async Task A_night_belongs_to_the_day_that_the_calendar_says()
    {
        var (plant, board) = await PlantAsync();
        await plant.RecordAsync(
            RegisterName.Calendar, Kind("night", 20, 720) with { StartsDaysAfterDate = -1 });
        await plant.RecordAsync(RegisterName.Plans, Plan(March, 620));

        fixture.MoveTo("2026-03-11 08:00"); // the night of the 11th has just ended, its day shift begins

        Assert.Equal(210m, ToDate(await plant.ReadProvenAsync(board)));
    }

    [Fact]
    public async Task The_last_night_of_a_month_is_entered_in_the_next_one_and_counts_where_it_began()
    {
        var (plant, board) = await PlantAsync();
        await plant.RecordAsync(RegisterName.Calendar, Kind("night", 20, 720));
        fixture.MoveTo("2026-04-01 08:30");

        var answer = await plant.Sheet(Ganchao.Grains.Ledger.StreamKind.Shift, "t0/2026-03-31/night")
            .Enter(new EntryList([Entry("pieces", 7)]), Lead, dryRun: false);

        Assert.Empty(answer.Refusals);
        var frame = await plant.ReadProvenAsync(board);
        Assert.Equal(7m, Value(frame, "t0", 2));
        Assert.Equal(new DateOnly(2026, 3, 31), frame.AsOf);
    }

    [Fact]
    public async Task At_midnight_the_board_is_judged_anew_without_any_event()
    {
        var (plant, board) = await PlantAsync();
        fixture.MoveTo("2026-03-10 23:59");
        await plant.EnteredAsync("t0", 8, Entry("pieces", 7));
        var before = await plant.ReadProvenAsync(board);
        var position = plant.Events.Count;

        fixture.MoveTo("2026-03-11 00:00");
        var after = await plant.ReadAsync(board);

        Assert.Equal((2m, 3m), (Value(before, "t0", 3), Value(after, "t0", 3)));
        Assert.Equal((new DateOnly(2026, 3, 10), new DateOnly(2026, 3, 11)), (before.AsOf, after.AsOf));
        Assert.Equal(position, plant.Events.Count);
        Assert.True(after.Seq > before.Seq);
        Assert.Empty((await plant.RecountAsync(after)).Differences);
    }

    [Fact]
    public async Task A_minute_in_which_nothing_happens_makes_no_new_frame()
    {
        var (plant, board) = await PlantAsync();
        fixture.MoveTo("2026-03-10 12:00");
        var before = await plant.ReadProvenAsync(board);

        fixture.MoveTo("2026-03-10 12:01");

        Assert.Equal(before.Seq, (await plant.ReadProvenAsync(board)).Seq);
    }

    private async Task<(TestPlant Plant, BoardId Board)> PlantAsync()
    {
        var plant = await fixture.NewPlant().WithAsync("foundry: t0", Measure("pieces"));
        return (plant, await plant.CompeteAsync("plans", Rulebook, "t0"));
    }

    private static decimal ToDate(BoardFrame frame) => Value(frame, "t0", 0)!.Value;

    private static decimal Whole(BoardFrame frame) => Value(frame, "t0", 1)!.Value;

    private static PlanLine Plan(DateRange period, decimal value) => new()
    {
        Id = Guid.NewGuid(),
        Measure = new MeasureCode("pieces"),
        Subject = SubjectId.Team(new UnitId("t0")),
        Period = period,
        Value = value,
    };

    private static ExclusionLine Exclusion(TestPlant plant, int day, int minutes, string cause) => new()
    {
        Id = Guid.NewGuid(),
        Shift = new ShiftId(plant.Id, new UnitId("t0"), new DateOnly(2026, 3, day), new ShiftKind("day")),
        Minutes = minutes,
        Cause = cause,
    };

    private static ShiftKindLine Kind(string kind, int startHour, int minutes, DateOnly from = default) => new()
    {
        Id = Guid.NewGuid(),
        Kind = new ShiftKind(kind),
        Names = new Names(kind),
        Start = new TimeOnly(startHour, 0),
        LengthMinutes = minutes,
        Zone = "Asia/Shanghai",
        Order = 2,
        From = from,
    };
}
