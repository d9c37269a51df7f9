// Small grains that call each other in every way the compiler knows, right and wrong: the net must find each.
namespace Ganchao.Layering.Tests.Calls.Planted;

public interface ITeamGrain : IGrainWithStringKey
{
    Task Hear(int total);
}

public interface IStandingGrain : IGrainWithStringKey
{
    Task Hear(int total);
}

public interface IShiftGrain : IGrainWithStringKey
{
    Task Enter(int total);
}

public interface IBoardObserver : IGrainObserver
{
    Task Show(int total);
}

/// <summary>Right: a sheet tells its team. Wrong: in a lambda it looks at other shifts.</summary>
internal sealed class ShiftGrain : Grain, IShiftGrain
{
    public async Task Enter(int total)
    {
        await GrainFactory.GetGrain<ITeamGrain>("welders").Hear(total);
        await Task.WhenAll(Enumerable.Range(1, total).Select(n => Neighbour(n).Enter(0)));
    }

    private IShiftGrain Neighbour(int n) => GrainFactory.GetGrain<IShiftGrain>($"shift-{n}");
}

/// <summary>Wrong: pulls from below, through a type that is known only at run time.</summary>
internal sealed class StandingGrain : Grain, IStandingGrain
{
    private readonly List<IBoardObserver> _observers = [];

    public async Task Hear(int total)
    {
        foreach (var observer in _observers)
        {
            await observer.Show(total);
        }

        _ = GrainFactory.GetGrain(typeof(ITeamGrain), "welders");
    }
}

/// <summary>Wrong: a register calls nobody, yet turns untyped references into teams.</summary>
internal sealed class RegisterGrain : Grain
{
    public static IEnumerable<ITeamGrain> Teams(IEnumerable<IAddressable> all)
    {
        foreach (var one in all)
        {
            yield return one.AsReference<ITeamGrain>();
        }
    }
}

/// <summary>Wrong: tells the standing itself, behind a jump table as longer async methods have.</summary>
internal sealed class DepartmentSheetGrain : Grain
{
    public async Task Enter(int kind)
    {
        switch (kind)
        {
            case 1: await Task.Yield(); break;
            case 2: await Task.CompletedTask; break;
            case 3: await Task.Yield(); break;
            case 4: await GrainFactory.GetGrain<IStandingGrain>("quarter").Hear(kind); break;
        }
    }
}

/// <summary>Wrong: a grain's helper is not the grain; nobody sees from the grain whom it calls.</summary>
internal sealed class Announcer<TAbove>(TAbove above)
    where TAbove : IStandingGrain
{
    public Task Announce(int total) => above.Hear(total);
}

/// <summary>Wrong: hides the callee in a generic argument of a helper's type.</summary>
internal sealed class EventSheetGrain(IStandingGrain standing) : Grain
{
    private readonly Announcer<IStandingGrain> _announcer = new(standing);

    public Task Enter(int total) => _announcer.Announce(total);
}

/// <summary>Right: keeps a reference and passes it on without using it.</summary>
internal sealed class KeepsOnly(ITeamGrain team)
{
    public ITeamGrain Team { get; } = team;
}
