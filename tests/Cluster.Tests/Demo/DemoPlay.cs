using System.Text.Json;
using Ganchao.Contracts.Json;
using Ganchao.Silo.Demo;
using Ganchao.Silo.Demo.Diary;
using Ganchao.Silo.Demo.Season;

namespace Ganchao.Cluster.Tests.Demo;

/// <summary>The demo as a process in a data folder of its own, and what its diary says the ledger must hold.</summary>
internal sealed class DemoPlay : IAsyncDisposable
{
    public const string Plant = "works";

    // As slow as the host: nothing more happens while a test looks.
    public const int Slow = 28_800;

    // A day in three seconds.
    public const int Fast = 1;

    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan SlowStep = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    private readonly SqliteFolder _folder = new();

    public SiloDatabase Database => _folder;

    public DemoSeason Season => new(Bookmark.FirstDay);

    private DemoBookmark Bookmark => JsonSerializer.Deserialize<DemoBookmark>(
        File.ReadAllText(Path.Combine(_folder.Folder, "demo.json")), GanchaoJson.Options)!;

    public RunningSilo Start(int shiftSeconds) => RunningSilo.Start(
        _folder, null, "--demo", FormattableString.Invariant($"--Ganchao:Demo:ShiftSeconds={shiftSeconds}"));

    public async Task<RunningSilo> StartReadyAsync(int shiftSeconds)
    {
        var silo = Start(shiftSeconds);
        await silo.WaitUntilReadyAsync(Limit);
        return silo;
    }

    /// <summary>How many events the diary has written when it says that all is written up to its bookmark.</summary>
    public (long Stored, long Expected) Count()
    {
        var done = Bookmark.Done;
        var diary = new DemoDiary(Season);
        var events = 0L;
        for (var day = diary.Start; day <= DemoSeason.DateAt(done); day = day.AddDays(1))
        {
            events += diary.Of(day).Where(act => act.At < done).Sum(EventsOf);
        }

        return (_folder.PositionAsync(Plant).GetAwaiter().GetResult(), events);
    }

    public Task UntilDoneAsync(DateTimeOffset instant) => UntilAsync(() => Task.FromResult(Bookmark.Done >= instant));

    /// <summary>Until a slow demo has written what was due when it was started: its bookmark then moves with the clock.</summary>
    public async Task UntilSteadyAsync()
    {
        var (seen, steps) = (Bookmark.Done, 0);
        await UntilAsync(() =>
        {
            var step = Bookmark.Done - seen;
            seen += step;
            steps = step == TimeSpan.Zero ? steps : step < SlowStep ? steps + 1 : 0;
            return Task.FromResult(steps == 2);
        });
    }

    public Task UntilStoredAsync(long events) =>
        UntilAsync(async () => File.Exists(Path.Combine(_folder.Folder, "demo.json")) && await _folder.PositionAsync(Plant) >= events);

    public ValueTask DisposeAsync() => _folder.DisposeAsync();

    private static async Task UntilAsync(Func<Task<bool>> happened)
    {
        using var limit = new CancellationTokenSource(Limit);
        using var timer = new PeriodicTimer(Poll);
        while (!await happened())
        {
            await timer.WaitForNextTickAsync(limit.Token);
        }
    }

    private static long EventsOf(DemoAct act) => act switch
    {
        ShiftAct shift => shift.Entries.Length + (shift.HandsOver ? 1 : 0),
        DepartmentAct sheet => sheet.Entries.Length,
        RegisterAct register => register.Lines.Length,
        ProjectAct project => project.Lines.Length,
        CompetitionAct competition => competition.Lines.Length,
        EventAct or CertifyAct or FinalAct => 1,
        _ => throw new InvalidOperationException($"A {act.GetType().Name} is no act."),
    };
}
