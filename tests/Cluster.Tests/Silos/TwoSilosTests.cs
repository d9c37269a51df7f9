using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using Ganchao.Contracts.Boards;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Json;
using Ganchao.Contracts.Registers;

namespace Ganchao.Cluster.Tests.Silos;

/// <summary>Two silos on one PostgreSQL, as two machines of a plant.</summary>
public sealed class TwoSilosTests : IAsyncLifetime
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(100);
    private static readonly string[] Teams = ["t07", "t08", "t09"];

    private readonly SiloPorts _portsOfA = SiloPorts.Take();
    private readonly SiloPorts _portsOfB = SiloPorts.Take();
    private SiloDatabase _database = null!;
    private RunningSilo _a = null!;
    private RunningSilo _b = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _database = await SiloDatabase.CreateAsync(DatabaseKind.Postgres);
        _a = await RunningSilo.StartAsync(_database, _portsOfA);
        await SmallPlant.SetUpAsync(_a);
        _b = await RunningSilo.StartAsync(_database, _portsOfB);
    }

    public async ValueTask DisposeAsync()
    {
        await _a.DisposeAsync();
        await _b.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task What_is_entered_at_one_silo_is_seen_on_the_board_of_the_other()
    {
        foreach (var (index, team) in Teams.Index())
        {
            await SmallPlant.AssertEnteredAsync(
                _a, SmallPlant.Sheet(team), SmallPlant.Entry(SmallPlant.Id(index), 10 + index));
        }

        var frame = await WaitForAsync(_b, frame => frame.Rows.Sum(row => row.Total) == 33);

        Assert.Equal(["t09", "t08", "t07"], frame.Rows.Select(row => row.Entrant));
    }

    [Fact]
    public async Task A_measure_recorded_at_one_silo_is_used_at_once_at_the_other()
    {
        for (var number = 1; number <= 20; number++)
        {
            var (writer, user) = number % 2 == 0 ? (_a, _b) : (_b, _a);
            var measure = new MeasureCode($"m{number}");
            using var recorded = await writer.Http.PutAsJsonAsync(
                new Uri("/api/plants/p1/registers/measures/lines", UriKind.Relative),
                new RegisterLines([MeasureLine(measure, number)]),
                GanchaoJson.Options,
                Token);
            await Api.ReadAsync<LinesAnswer>(writer, recorded);

            await SmallPlant.AssertEnteredAsync(
                user, SmallPlant.Sheet("t08", 9), new EntryForm(SmallPlant.Id(number), measure, number));
        }
    }

    [Fact]
    public async Task A_killed_silo_loses_nothing_that_was_acknowledged_and_the_other_takes_over()
    {
        var acknowledged = new ConcurrentDictionary<(string Stream, string Id), long>();
        using var kill = new CancellationTokenSource();
        var writers = Teams.Select((team, index) => WriteAsync(team, index, acknowledged)).ToArray();

        await WaitUntilAsync(() => acknowledged.Count >= 60);
        await _a.KillAsync();
        await Task.WhenAll(writers);

        var expected = 3 * EntriesPerTeam;
        var places = (await _database.ReadEventsAsync()).ToDictionary(e => (e.Stream, e.Id), e => e.Seq);
        Assert.Equal(expected, acknowledged.Count);
        Assert.All(acknowledged, entry => Assert.Equal(entry.Value, places[entry.Key]));
        await WaitForAsync(_b, frame => frame.Rows.Sum(row => row.Total) == expected);
        await _b.AssertRecountIsEqualAsync(SmallPlant.Board);
        await _b.StopAsync();
        await Commands.AssertNothingIsWrongAsync(_database);
    }

    /// <summary>A frozen silo is declared dead; when it wakes up it still believes that the sheets are its own.</summary>
    [Fact]
    public async Task A_silo_that_wakes_up_after_it_was_given_up_forks_no_sheet()
    {
        var sheets = Teams.SelectMany(team => Enumerable.Range(1, 20).Select(day => SmallPlant.Sheet(team, day))).ToList();
        foreach (var (index, sheet) in sheets.Index())
        {
            await SmallPlant.AssertEnteredAsync(_a, sheet, SmallPlant.Entry(SmallPlant.Id(index)));
        }

        await _a.SignalAsync("STOP");
        foreach (var (index, sheet) in sheets.Index())
        {
            await EnterUntilTakenAsync(_b, sheet, SmallPlant.Entry(SmallPlant.Id(1000 + index)));
        }

        await _a.SignalAsync("CONT");
        var late = sheets.Select((sheet, index) => TryEnterAsync(_a, sheet, SmallPlant.Entry(SmallPlant.Id(2000 + index))));
        var stillWriting = sheets.Select(
            (sheet, index) => EnterUntilTakenAsync(_b, sheet, SmallPlant.Entry(SmallPlant.Id(3000 + index))));
        var taken = (await Task.WhenAll(late)).Count(landed => landed);
        await Task.WhenAll(stillWriting);

        var stored = (await _database.ReadEventsAsync()).Count(e => e.Stream.Contains("/shift/", StringComparison.Ordinal));
        Assert.InRange(stored, (3 * sheets.Count) + taken, 4 * sheets.Count);
        await WaitForAsync(_b, frame => frame.Rows.Sum(row => row.Total) == 5 * stored);
        await _b.AssertRecountIsEqualAsync(SmallPlant.Board);
        await _a.KillAsync();
        await _b.StopAsync();
        await Commands.AssertNothingIsWrongAsync(_database);
    }

    [Fact]
    public async Task After_both_silos_were_killed_one_alone_starts_and_goes_on()
    {
        await SmallPlant.AssertEnteredAsync(_a, SmallPlant.Sheet(), SmallPlant.Entry(SmallPlant.Id(1)));
        await _a.KillAsync();
        await _b.KillAsync();

        await using var again = await RunningSilo.StartAsync(_database, _portsOfB);

        await EnterUntilTakenAsync(again, SmallPlant.Sheet(), SmallPlant.Entry(SmallPlant.Id(2)));
        await WaitForAsync(again, frame => frame.Rows.Sum(row => row.Total) == 10);
    }

    private const int EntriesPerTeam = 60;

    // Each entry is sent to A while it lives and to B, with the same id, until one of them acknowledges it.
    private async Task WriteAsync(
        string team, int number, ConcurrentDictionary<(string Stream, string Id), long> acknowledged)
    {
        for (var i = 0; i < EntriesPerTeam; i++)
        {
            var entry = SmallPlant.Entry(SmallPlant.Id((number * EntriesPerTeam) + i), 1);
            var sheet = SmallPlant.Sheet(team, 1 + (i % 20));
            var answer = await TryEnterForReceiptAsync(_a, sheet, entry) ?? await EnterUntilTakenAsync(_b, sheet, entry);
            acknowledged[(answer.Sheet, entry.Id.ToString("N"))] = answer.Entries[0].Seq;
        }
    }

    private static async Task<bool> TryEnterAsync(RunningSilo silo, string sheet, EntryForm entry) =>
        await TryEnterForReceiptAsync(silo, sheet, entry) is not null;

    /// <summary>The answer, or null where the silo is dead or does not know the outcome.</summary>
    private static async Task<EntryAnswer?> TryEnterForReceiptAsync(RunningSilo silo, string sheet, EntryForm entry)
    {
        try
        {
            using var answer = await SmallPlant.EnterAsync(silo, sheet, entry);
            return answer.IsSuccessStatusCode
                ? await answer.Content.ReadFromJsonAsync<EntryAnswer>(GanchaoJson.Options, Token)
                : (int)answer.StatusCode >= 500 ? null
                : throw new InvalidOperationException(await answer.Content.ReadAsStringAsync(Token));
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    private static async Task<EntryAnswer> EnterUntilTakenAsync(RunningSilo silo, string sheet, EntryForm entry)
    {
        EntryAnswer? answer = null;
        await WaitUntilAsync(async () => (answer = await TryEnterForReceiptAsync(silo, sheet, entry)) is not null);
        return answer!;
    }

    private static async Task<BoardFrame> WaitForAsync(RunningSilo silo, Func<BoardFrame, bool> isAsExpected)
    {
        BoardFrame? frame = null;
        await WaitUntilAsync(async () => (frame = await TryReadAsync(silo)) is not null && isAsExpected(frame));
        return frame!;
    }

    // Null as long as the board is still sought on the silo that died.
    private static async Task<BoardFrame?> TryReadAsync(RunningSilo silo)
    {
        using var answer = await silo.Http.GetAsync(new Uri($"/api/boards/{SmallPlant.Board}/frame", UriKind.Relative), Token);
        return answer.StatusCode == HttpStatusCode.ServiceUnavailable ? null : await Api.ReadAsync<BoardFrame>(silo, answer);
    }

    private static Task WaitUntilAsync(Func<bool> isSo) => WaitUntilAsync(() => Task.FromResult(isSo()));

    private static async Task WaitUntilAsync(Func<Task<bool>> isSo)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Token);
        limit.CancelAfter(TimeSpan.FromMinutes(2));
        using var timer = new PeriodicTimer(Poll);
        while (!await isSo())
        {
            await timer.WaitForNextTickAsync(limit.Token);
        }
    }

    private static MeasureLine MeasureLine(MeasureCode measure, int number) => new()
    {
        Id = SmallPlant.Id(5000 + number),
        Measure = measure,
        Names = new Contracts.Names($"指标{number}"),
        Unit = "件",
        Decimals = 0,
        Kind = MeasureKind.Additive,
        Subject = SubjectKind.Team,
        Occasion = Occasion.Shift,
    };
}
