using Ganchao.Dashboard.Phones;

namespace Ganchao.Silo.Hosting;

/// <summary>Whoever looks from this machine itself is told the address by which the plant's network reaches it.</summary>
internal sealed class PhoneAddress(IServiceProvider services) : IPhoneAddress
{
    public Uri? Of(Uri here)
    {
        ArgumentNullException.ThrowIfNull(here);
        return PlantNetwork.IsThisMachineOnly(here.IdnHost)
            ? PlantNetwork.Reachable(Address.BoundAddresses(services), PlantNetwork.OfThisMachine()).FirstOrDefault()
            : new Uri(here.GetLeftPart(UriPartial.Authority));
    }
}
