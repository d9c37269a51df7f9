using Ganchao.Dashboard.Offline;
using Microsoft.AspNetCore.Http;

namespace Ganchao.Dashboard.Tests.Offline;

/// <summary>A device that is offered nothing, like any phone.</summary>
internal sealed class NoOffer : IOfflineOffer
{
    public bool IsWithdrawn => false;

    public bool IsMadeTo(HttpContext context) => false;
}
