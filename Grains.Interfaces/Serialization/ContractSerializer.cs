using Ganchao.Contracts.Json;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;

namespace Ganchao.Grains.Interfaces.Serialization;

/// <summary>
/// The types of Contracts and Scoring know nothing of Orleans; between grains they travel as the JSON that the API
/// speaks (docs/decisions/0002). Exceptions arrive as what they are, ours and a database driver's: the caller must be
/// able to tell an unknown outcome from a fault.
/// </summary>
public static class ContractSerializer
{
    public static ISerializerBuilder AddContracts(this ISerializerBuilder serializer)
    {
        serializer.Services.Configure<ExceptionSerializationOptions>(
            exceptions => exceptions.SupportedExceptionTypeFilter = _ => true);
        return serializer.AddJsonSerializer(
            type => type.Namespace is { } space && IsShared(space), GanchaoJson.Options);
    }

    private static bool IsShared(string space) =>
        space == "Ganchao.Scoring" || space == "Ganchao.Contracts" ||
        space.StartsWith("Ganchao.Contracts.", StringComparison.Ordinal);
}
