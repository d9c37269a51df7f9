using Ganchao.Silo.Demo;

namespace Ganchao.Silo.Identity;

/// <summary>Who may write, until people can sign in: keys from configuration.</summary>
internal static class IdentityHosting
{
    public static void AddIdentity(this WebApplicationBuilder builder) =>
        builder.Services.AddSingleton(new Callers(ApiKey.Read(builder.Configuration), builder.Configuration.IsDemo()));
}
