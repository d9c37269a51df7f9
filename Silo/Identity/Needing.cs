using Ganchao.Contracts.Identity;

namespace Ganchao.Silo.Identity;

/// <summary>Says of an endpoint what it is for.</summary>
internal static class Needing
{
    public static TBuilder Needs<TBuilder>(this TBuilder endpoint, Right right)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new NeedsAttribute(right));
}
