namespace Ganchao.Client;

/// <summary>What the islands need in the browser.</summary>
internal static class IslandHosting
{
    public static void AddIslands(this IServiceCollection services) => services.AddSingleton(TimeProvider.System);
}
