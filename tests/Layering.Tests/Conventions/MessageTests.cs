using System.Reflection;
using Ganchao.Layering.Tests.Conventions.Planted;

namespace Ganchao.Layering.Tests.Conventions;

/// <summary>
/// Messages between grains: two versions of them run side by side during a rolling upgrade. That no two share
/// an alias is checked by the compiler (ORLEANS0011).
/// </summary>
public class MessageTests
{
    private const string Surrogates = "Ganchao.Grains.Interfaces.Serialization";

    [Fact]
    public void Messages_are_sealed_immutable_and_keep_their_names_and_numbers()
    {
        var messages = Assembly.LoadFrom(Repository.AssemblyPath("Grains.Interfaces")).GetTypes()
            .Where(type => type.GetCustomAttribute<GenerateSerializerAttribute>() is not null)
            .Where(type => type.Namespace != Surrogates);

        var faults = messages.SelectMany(Faults).ToList();

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Fact]
    public void Only_the_grains_contract_has_messages_and_what_a_grain_throws_may_travel()
    {
        var elsewhere = Repository.Projects.Except(["Grains.Interfaces"])
            .SelectMany(project => Assembly.LoadFrom(Repository.AssemblyPath(project)).GetTypes())
            .Where(type => type.GetCustomAttribute<GenerateSerializerAttribute>() is not null)
            .Where(type => !typeof(Exception).IsAssignableFrom(type));

        Assert.Empty(elsewhere);
    }

    [Theory]
    [InlineData(typeof(PlantedOpen), "is neither sealed nor abstract")]
    [InlineData(typeof(PlantedNameless), "has no [Alias]")]
    [InlineData(typeof(PlantedMutable), "is not [Immutable]")]
    [InlineData(typeof(PlantedTwins), "uses [Id(1)] twice: First, Second")]
    [InlineData(typeof(PlantedUnnumbered), "has no [Id] on Second")]
    public void Planted_faults_of_a_message_are_found(Type message, string fault) =>
        Assert.Equal([$"{message.Name} {fault}."], Faults(message));

    [Fact]
    public void A_planted_right_message_has_no_fault() => Assert.Empty(Faults(typeof(PlantedRight)));

    private static IEnumerable<string> Faults(Type message)
    {
        if (!message.IsSealed && !message.IsAbstract)
        {
            yield return $"{message.Name} is neither sealed nor abstract.";
        }

        if (message.GetCustomAttribute<AliasAttribute>() is null)
        {
            yield return $"{message.Name} has no [Alias].";
        }

        if (!message.IsEnum && message.GetCustomAttribute<ImmutableAttribute>() is null)
        {
            yield return $"{message.Name} is not [Immutable].";
        }

        var members = message.IsEnum ? [] : Members(message).ToList();
        foreach (var member in members.Where(member => member.Id is null))
        {
            yield return $"{message.Name} has no [Id] on {member.Name}.";
        }

        foreach (var twins in members.Where(member => member.Id is not null).GroupBy(member => member.Id))
        {
            if (twins.Count() > 1)
            {
                var names = string.Join(", ", twins.Select(member => member.Name));
                yield return $"{message.Name} uses [Id({twins.Key})] twice: {names}.";
            }
        }
    }

    /// <summary>What is sent: the properties with storage of their own, declared on this very type.</summary>
    private static IEnumerable<(string Name, uint? Id)> Members(Type message)
    {
        const BindingFlags Own =
            BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        var stored = message.GetFields(Own).Select(field => field.Name).ToHashSet();
        return message.GetProperties(Own)
            .Where(property => stored.Contains($"<{property.Name}>k__BackingField"))
            .Select(property => (property.Name, property.GetCustomAttribute<IdAttribute>()?.Id));
    }
}
