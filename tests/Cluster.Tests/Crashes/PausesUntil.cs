namespace Ganchao.Cluster.Tests.Crashes;

/// <summary>A clock whose pauses, however long they were meant to be, end when something has happened.</summary>
internal sealed class PausesUntil(Task happened) : TimeProvider
{
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        _ = RunAsync(callback, state);
        return new Pause();
    }

    private async Task RunAsync(TimerCallback callback, object? state)
    {
        await happened;
        callback(state);
    }

    private sealed class Pause : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
