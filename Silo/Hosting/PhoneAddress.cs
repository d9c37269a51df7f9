using Ganchao.Dashboard.Phones;

namespace Ganchao.Silo.Hosting;

/// <summary>Whoever looks from this machine itself is told the address by which the plant's network reaches it.</summary>
internal sealed class PhoneAddress(IServiceProvider services) : IPhoneAddress
{
    public Uri? Find(Uri here)
    {
        ArgumentNullException.ThrowIfNull(here);
        if (!PlantNetwork.IsThisMachineOnly(here.IdnHost))
        {
            return new Uri(here.GetLeftPart(UriPartial.Authority));
        }

        return PlantNetwork.Reachable(Address.BoundAddresses(services), PlantNetwork.OfThisMachine()) is [var likeliest, ..]
            ? likeliest
            : null;
    }
}
