using System.Net;
using Ganchao.Cluster.Tests.Entry;

namespace Ganchao.Cluster.Tests.Nonsense;

/// <summary>What stands behind the question mark of a page's address was typed by anybody.</summary>
public sealed class QueryTests
{
    private static readonly string[] Nonsense = ["abc", "-1", "1.5", "99999999999", "%00", ""];

    private static readonly string[] Addresses =
    [
        "/accounts?page=", "/registers/p1/people?page=", "/registers/p1/calendar?year=", "/wall/p1/saving/2015-01?rows=",
        "/entry/blank?plant=p1&date=", "/entry/day?date=", "/explain/p1/saving/2015-01/t07?at=", "/statistics/p1?days=",
        "/entry/code?code=", "/?lang=",
    ];

    [Fact]
    public async Task A_page_shows_what_it_can_whatever_its_address_asks_for()
    {
        await using var database = await SiloDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var silo = await RunningSilo.StartAsync(database);
        await SmallPlant.SetUpAsync(silo);
        using var phone = new Phone(silo.Address);

        foreach (var address in Addresses.SelectMany(address => Nonsense.Select(text => address + text)))
        {
            var page = await phone.GetAsync(address);
            Assert.True(page.Status < HttpStatusCode.InternalServerError, $"{address}: {page.Status}");
        }
    }
}
