using System.Reflection;

namespace Ganchao.Layering.Tests.Calls;

public class GrainCallTests
{
    private const string NamespaceOfPlanted = "Ganchao.Layering.Tests.Calls.Planted";

    private static readonly Lazy<IReadOnlyList<GrainCall>> Planted = new(() =>
        [.. GrainCalls.Find(
                typeof(GrainCallTests).Assembly.Location,
                InterfacesOf(typeof(GrainCallTests).Assembly))
            .Where(call => call.CallerNamespace == NamespaceOfPlanted)]);

    [Fact]
    public void Grains_call_upwards_only_as_the_table_says()
    {
        var refused = AllowedCalls.Refused(CallsOfGrains()).ToList();

        Assert.True(
            refused.Count == 0,
            $"""
            Not in the table of allowed calls: {string.Join(", ", refused)}.
            A grain reads what it lacks from the database and tells what it knows upwards, by itself.
            If the direction is really right, change the architecture and AllowedCalls in one commit.
            """);
    }

    [Theory]
    [InlineData("ShiftGrain → IShiftGrain")]        // a neighbour, from a lambda in an async method
    [InlineData("StandingGrain → ITeamGrain")]      // downwards, by typeof
    [InlineData("RegisterGrain → ITeamGrain")]      // by AsReference, from an iterator
    [InlineData("DepartmentSheetGrain → IStandingGrain")] // past its team, behind a switch
    [InlineData("Announcer → IStandingGrain")]      // by a constraint, from a class that is no grain
    [InlineData("EventSheetGrain → IStandingGrain")] // past its team, hidden in a generic type
    public void A_planted_wrong_call_is_refused(string call) => Assert.Contains(call, Refused());

    [Theory]
    [InlineData("ShiftGrain → ITeamGrain")]
    [InlineData("StandingGrain → IBoardObserver")]
    public void A_planted_right_call_is_found_and_allowed(string call)
    {
        Assert.Contains(call, Planted.Value.Select(found => found.ToString()));
        Assert.DoesNotContain(call, Refused());
    }

    [Fact]
    public void Keeping_a_reference_without_using_it_is_no_call() =>
        Assert.DoesNotContain(Planted.Value, call => call.Caller == "KeepsOnly");

    [Fact]
    public void The_way_of_an_entry_is_among_the_calls_that_are_found()
    {
        var calls = CallsOfGrains();

        Assert.Contains(calls, call => call.Callee == "ITeamGrain");
        Assert.Contains(calls, call => call is { Caller: "TeamGrain", Callee: "IStandingGrain" });
    }

    private static IReadOnlyList<GrainCall> CallsOfGrains()
    {
        var interfaces = InterfacesOf(Assembly.LoadFrom(Repository.AssemblyPath("Grains.Interfaces")));
        interfaces.UnionWith(InterfacesOf(Assembly.LoadFrom(Repository.AssemblyPath("Grains"))));
        return GrainCalls.Find(Repository.AssemblyPath("Grains"), interfaces);
    }

    private static IEnumerable<string> Refused() =>
        AllowedCalls.Refused(Planted.Value).Select(call => call.ToString());

    private static HashSet<string> InterfacesOf(Assembly assembly) =>
        [.. assembly.GetTypes()
            .Where(type => type.IsInterface && typeof(IAddressable).IsAssignableFrom(type))
            .Select(type => type.FullName!)];
}
