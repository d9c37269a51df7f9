using System.Diagnostics.Metrics;

namespace Ganchao.Silo.Identity;

/// <summary>Counts who was turned away and why, under the meter <c>Ganchao.Identity</c>; never a name or an address.</summary>
internal sealed class IdentityMeter
{
    public const string Name = "Ganchao.Identity";

    private readonly Counter<long> _refused;

    public IdentityMeter(IMeterFactory meters)
    {
        _refused = meters.Create(Name).CreateCounter<long>("ganchao.refused", "{request}", "Requests turned away, by reason.");
    }

    /// <param name="reason">Such as <c>wrong-password</c>, <c>locked</c>, <c>wrong-role</c>, <c>foreign-page</c>.</param>
    public void Refused(string reason) => _refused.Add(1, new KeyValuePair<string, object?>("reason", reason));
}
