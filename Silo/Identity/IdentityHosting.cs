using Ganchao.Silo.Demo;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;

namespace Ganchao.Silo.Identity;

/// <summary>Who may write, until people can sign in: keys from configuration; and the keys that protect forms.</summary>
internal static class IdentityHosting
{
    public static void AddIdentity(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(new Callers(ApiKey.Read(builder.Configuration), builder.Configuration.IsDemo()));
        builder.Services.AddDataProtection().SetApplicationName("Ganchao");
        builder.Services.AddSingleton<FormKeys>();
        builder.Services.AddOptions<KeyManagementOptions>()
            .Configure<FormKeys>((options, keys) => options.XmlRepository = keys);
    }
}
