using Ganchao.Contracts.Identity;
using Ganchao.Grains.Ledger;
using Ganchao.Silo.Identity;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Ganchao.Silo.Hosting;

/// <summary>/health/live: the process answers; /health/ready: so does its ledger.</summary>
internal static class Health
{
    private const string Ready = "ready";

    public static void AddHealth(this IServiceCollection services) =>
        services.AddHealthChecks().AddCheck<LedgerHealth>("ledger", HealthStatus.Unhealthy, [Ready]);

    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).Needs(Right.Open);
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains(Ready) })
            .Needs(Right.Open);
    }

    private sealed class LedgerHealth(ILedger ledger) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(
            HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            await ledger.ReadPlantsAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
    }
}
