using System.Collections.Concurrent;
using System.Reflection;
using Ganchao.Contracts.Boards;
using Ganchao.Grains.Interfaces.Boards;

namespace Ganchao.Silo.Tests.Live;

/// <summary>Standings that say what a test tells them to, behind the factory that a silo has.</summary>
#pragma warning disable CA1852 // The factory itself is a subclass, made while the test runs.
internal class FewStandings : DispatchProxy
#pragma warning restore CA1852
{
    private readonly ConcurrentDictionary<string, OneStanding> _standings = [];

    public OneStanding this[string board] => _standings.GetOrAdd(board, _ => new OneStanding());

    public IGrainFactory Factory { get; private set; } = null!;

    public static FewStandings Make()
    {
        var factory = Create<IGrainFactory, FewStandings>();
        var standings = (FewStandings)(object)factory;
        standings.Factory = factory;
        return standings;
    }

    // An observer is its own reference.
    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => (targetMethod?.Name, args) switch
    {
        (nameof(IGrainFactory.GetGrain), [string key, ..]) => this[key],
        (nameof(IGrainFactory.CreateObjectReference), [{ } observer]) => observer,
        (nameof(IGrainFactory.DeleteObjectReference), [_]) => null,
        _ => throw new NotSupportedException($"{targetMethod}"),
    };
}

/// <summary>One of them.</summary>
internal sealed class OneStanding : IStandingGrain
{
    private readonly TaskCompletionSource _watched = new();
    private readonly TaskCompletionSource _unwatched = new();
    private int _watches;

    /// <summary>What it shows; null: there is no such board.</summary>
    public BoardFrame? Frame { get; set; }

    /// <summary>What it fails with.</summary>
    public Exception? Problem { get; set; }

    /// <summary>Who watches it, each once.</summary>
    public ConcurrentDictionary<IBoardObserver, int> Observers { get; } = [];

    /// <summary>How often it was asked.</summary>
    public int Watches => Volatile.Read(ref _watches);

    /// <summary>Once it was first watched.</summary>
    public Task Watched => _watched.Task;

    /// <summary>Once somebody let go of it.</summary>
    public Task Unwatched => _unwatched.Task;

    public Task<BoardFrame?> Watch(IBoardObserver observer)
    {
        Interlocked.Increment(ref _watches);
        Observers[observer] = 0;
        _watched.TrySetResult();
        return Problem is { } problem ? Task.FromException<BoardFrame?>(problem) : Task.FromResult(Frame);
    }

    public Task Unwatch(IBoardObserver observer)
    {
        Observers.TryRemove(observer, out _);
        _unwatched.TrySetResult();
        return Task.CompletedTask;
    }

    public Task<BoardFrame?> ReadFrame() => Task.FromResult(Frame);

    public Task<BoardFrame?> Look() => ReadFrame();

    public Task SubjectFolded(SubjectTotals totals) => throw new NotSupportedException();

    public Task CompetitionChanged() => throw new NotSupportedException();

    public Task<long> Reconcile() => throw new NotSupportedException();

    public Task<BoardFrame?> ReadForFinal() => throw new NotSupportedException();

    public Task Drop() => throw new NotSupportedException();
}
