using System.Collections.Concurrent;

namespace Ganchao.Silo.Ledger.Sqlite;

/// <summary>
/// Threads of their own for SQLite, because the driver blocks its thread: each has one session, opened at its first
/// job and opened anew after a job that threw (a refused commit rolled back in good order and keeps it).
/// </summary>
internal sealed class SqliteThreads : IDisposable
{
    private readonly BlockingCollection<Action<SessionHolder>> _jobs = [];
    private readonly List<Thread> _threads = [];
    private bool _disposed;

    public SqliteThreads(string name, int count, Func<SqliteSession> open)
    {
        for (var i = 0; i < count; i++)
        {
            var thread = new Thread(() => Run(open)) { Name = $"{name} {i}", IsBackground = true };
            _threads.Add(thread);
            thread.Start();
        }
    }

    public async Task<T> RunAsync<T>(Func<SqliteSession, T> job, CancellationToken cancellationToken)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        _jobs.Add(
            holder =>
            {
                if (cancellationToken.IsCancellationRequested)
                {
                    done.SetCanceled(cancellationToken);
                    return;
                }

                try
                {
                    done.SetResult(job(holder.Session));
                }
#pragma warning disable CA1031 // The edge of the thread: the caller gets the exception, the thread goes on.
                catch (Exception failed)
#pragma warning restore CA1031
                {
                    if (failed is not CommitRefusedException)
                    {
                        holder.Close();
                    }

                    done.SetException(failed);
                }
            },
            cancellationToken);
        return await done.Task.ConfigureAwait(false);
    }

    /// <summary>Waits for the jobs that were handed in.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, true))
        {
            return;
        }

        _jobs.CompleteAdding();
        foreach (var thread in _threads)
        {
            thread.Join();
        }

        _jobs.Dispose();
    }

    private void Run(Func<SqliteSession> open)
    {
        var holder = new SessionHolder(open);
        foreach (var job in _jobs.GetConsumingEnumerable())
        {
            job(holder);
        }

        holder.Close();
    }

    private sealed class SessionHolder(Func<SqliteSession> open)
    {
        private SqliteSession? _session;

        public SqliteSession Session => _session ??= open();

        public void Close()
        {
            _session?.Dispose();
            _session = null;
        }
    }
}
