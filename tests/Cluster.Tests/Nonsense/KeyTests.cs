using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Json;

namespace Ganchao.Cluster.Tests.Nonsense;

/// <summary>A silo with keys: reading is free, writing needs one, and it is good for its plant only.</summary>
public sealed class KeyTests
{
    private const string Key = "a-key-of-the-office-17";
    private const string OtherPlant = "a-key-of-plant-p2-0017";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Writing_needs_a_key_and_reading_none()
    {
        await using var database = await SiloDatabase.CreateAsync(DatabaseKind.Sqlite);
        var ports = SiloPorts.Take();
        await using (var open = await RunningSilo.StartAsync(database, ports))
        {
            await SmallPlant.SetUpAsync(open);
            await open.StopAsync();
        }

        await using var silo = await RunningSilo.StartAsync(
            database, ports,
            $"--Ganchao:Keys:0:Key={Key}", "--Ganchao:Keys:0:Role=Statistician", "--Ganchao:Keys:0:Actor=mes-1",
            $"--Ganchao:Keys:1:Key={OtherPlant}", "--Ganchao:Keys:1:Role=Statistician", "--Ganchao:Keys:1:Actor=mes-2",
            "--Ganchao:Keys:1:Plant=p2");

        Assert.Equal((HttpStatusCode.Unauthorized, "key-missing"), await EnterAsync(silo, null));
        Assert.Equal((HttpStatusCode.Unauthorized, "key-missing"), await EnterAsync(silo, "a-key-that-nobody-gave"));
        Assert.Equal((HttpStatusCode.Forbidden, "wrong-plant"), await EnterAsync(silo, OtherPlant));
        Assert.Equal((HttpStatusCode.OK, ""), await EnterAsync(silo, Key));
        Assert.Equal(3, (await silo.ReadFrameAsync(SmallPlant.Board)).Rows.Count);
    }

    private static async Task<(HttpStatusCode Status, string Rule)> EnterAsync(RunningSilo silo, string? key)
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Put, new Uri($"{SmallPlant.Sheet()}/entries", UriKind.Relative))
        {
            Content = JsonContent.Create(new EntryList([SmallPlant.Entry(SmallPlant.Id(1))]), null, GanchaoJson.Options),
        };
        request.Headers.Authorization = key is null ? null : new AuthenticationHeaderValue("Bearer", key);
        using var answer = await silo.Http.SendAsync(request, Token);
        var text = await answer.Content.ReadFromJsonAsync<JsonElement>(Token);
        return (answer.StatusCode, answer.IsSuccessStatusCode ? "" : text.GetProperty("title").GetString()!);
    }
}
