using Ganchao.Silo.Api;
using Ganchao.Silo.Live;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ganchao.Silo.Tests.Live;

/// <summary>What reads every fact of a board takes turns; whoever comes when too many wait is told so.</summary>
public sealed class HeavyQueueTests : IDisposable
{
    private const int Waiting = 20;

    private readonly HeavyQueue _queue = new();
    private readonly TaskCompletionSource _going = new();
    private int _atOnce;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _queue.Dispose();

    [Fact]
    public async Task One_works_while_twenty_wait_and_all_of_them_get_their_turn()
    {
        var all = Enumerable.Range(0, 1 + Waiting).Select(number => RunAsync(number).AsTask()).ToArray();
        Assert.Equal(1, _atOnce);

        _going.SetResult();

        Assert.Equal(Enumerable.Range(0, 1 + Waiting), await Task.WhenAll(all));
    }

    [Fact]
    public async Task One_more_is_turned_away_and_welcome_once_they_are_through()
    {
        var all = Enumerable.Range(0, 1 + Waiting).Select(number => RunAsync(number).AsTask()).ToArray();

        await Assert.ThrowsAsync<QueueFullException>(() => RunAsync(99).AsTask());

        _going.SetResult();
        await Task.WhenAll(all);
        Assert.Equal(99, await RunAsync(99));
    }

    [Fact]
    public async Task Whoever_does_not_wait_any_longer_gives_the_turn_to_the_next()
    {
        using var gone = new CancellationTokenSource();
        var first = RunAsync(1);
        var leaving = _queue.RunAsync(() => ValueTask.FromResult(2), gone.Token);
        var last = RunAsync(3);

        await gone.CancelAsync();
        await Assert.ThrowsAsync<TaskCanceledException>(() => leaving.AsTask());
        _going.SetResult();

        Assert.Equal((1, 3), (await first, await last));
    }

    [Fact]
    public async Task The_api_answers_503_with_a_reason_to_whoever_is_turned_away()
    {
        var all = Enumerable.Range(0, 1 + Waiting).Select(number => RunAsync(number).AsTask()).ToArray();
        var wasAsked = false;

        var answer = await new HeavyFilter(_queue).InvokeAsync(
            EndpointFilterInvocationContext.Create(new DefaultHttpContext()),
            _ => ValueTask.FromResult<object?>(wasAsked = true));

        var problem = Assert.IsType<ProblemHttpResult>(answer);
        Assert.Equal((503, "/problems/too-busy"), (problem.StatusCode, problem.ProblemDetails.Type));
        Assert.False(wasAsked);
        _going.SetResult();
        await Task.WhenAll(all);
    }

    private ValueTask<int> RunAsync(int number) => _queue.RunAsync(
        async () =>
        {
            Assert.Equal(1, Interlocked.Increment(ref _atOnce));
            await _going.Task;
            Interlocked.Decrement(ref _atOnce);
            return number;
        },
        Token);
}
