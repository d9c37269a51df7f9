using Ganchao.Contracts.Json;
using Orleans.Serialization;

namespace Ganchao.Grains.Interfaces.Serialization;

/// <summary>
/// The types of Contracts and Scoring know nothing of Orleans; between grains they travel as the JSON that the API
/// speaks (docs/decisions/0002).
/// </summary>
public static class ContractSerializer
{
    public static ISerializerBuilder AddContracts(this ISerializerBuilder serializer) =>
        serializer.AddJsonSerializer(type => type.Namespace is { } space && IsShared(space), GanchaoJson.Options);

    private static bool IsShared(string space) =>
        space == "Ganchao.Scoring" || space == "Ganchao.Contracts" ||
        space.StartsWith("Ganchao.Contracts.", StringComparison.Ordinal);
}
