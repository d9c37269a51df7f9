using System.Collections.Concurrent;
using Ganchao.Grains.Interfaces.Boards;
using Ganchao.Grains.Interfaces.Teams;

namespace Ganchao.Grains.Tests.Plants;

/// <summary>What happens to a hint on its way up.</summary>
internal enum HintFate
{
    Arrives,
    IsLost,
    ArrivesTwice,

    /// <summary>Held back until <see cref="HintGate.ReleaseAsync"/>, so that later hints overtake it.</summary>
    IsHeldBack,
}

/// <summary>A filter before every grain that loses, doubles or holds back the hints of the plants it is told to.</summary>
internal sealed class HintGate : IIncomingGrainCallFilter
{
    private readonly ConcurrentDictionary<string, Func<HintFate>> _fates = new();
    private readonly ConcurrentDictionary<string, ConcurrentStack<Func<Task>>> _held = new();

    public void Decide(string plant, Func<HintFate> fate) => _fates[plant] = fate;

    public void LetAllPass(string plant) => _fates.TryRemove(plant, out _);

    /// <summary>Lets everything pass from now on and sends what was held back, the latest first.</summary>
    /// <returns>How many hints were held back.</returns>
    public async Task<int> ReleaseAsync(string plant)
    {
        LetAllPass(plant);
        var held = _held.TryRemove(plant, out var sends) ? sends.ToArray() : [];
        foreach (var send in held)
        {
            await send();
        }

        return held.Length;
    }

    public async Task Invoke(IIncomingGrainCallContext context)
    {
        var fate = Resend(context) is { } send && _fates.TryGetValue(PlantOf(context), out var decide)
            ? (Fate: decide(), Send: send)
            : (HintFate.Arrives, () => Task.CompletedTask);
        switch (fate.Item1)
        {
            case HintFate.IsLost:
                return;
            case HintFate.IsHeldBack:
                _held.GetOrAdd(PlantOf(context), _ => new()).Push(fate.Item2);
                return;
            case HintFate.ArrivesTwice:
                await context.Invoke();
                await context.Invoke();
                return;
            case HintFate.Arrives:
                await context.Invoke();
                return;
            default:
                throw new InvalidOperationException($"{fate.Item1} is no fate.");
        }
    }

    private static string PlantOf(IIncomingGrainCallContext context) =>
        context.TargetId.Key.ToString()!.Split('/')[0];

    private static Func<Task>? Resend(IIncomingGrainCallContext context) => (context.Grain, context.MethodName) switch
    {
        (ITeamGrain, nameof(ITeamGrain.SheetChanged)) =>
            () => Reference<ITeamGrain>(context).SheetChanged((SheetTotals)context.Request.GetArgument(0)!),
        (IStandingGrain, nameof(IStandingGrain.SubjectFolded)) =>
            () => Reference<IStandingGrain>(context).SubjectFolded((SubjectTotals)context.Request.GetArgument(0)!),
        _ => null,
    };

    private static T Reference<T>(IIncomingGrainCallContext context) => ((IGrainBase)context.Grain!).GrainContext
        .GrainReference.Cast<T>();
}
