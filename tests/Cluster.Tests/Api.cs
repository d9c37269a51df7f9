using System.Net.Http.Json;
using System.Text.Json;
using Ganchao.Contracts.Boards;
using Ganchao.Contracts.Json;

namespace Ganchao.Cluster.Tests;

/// <summary>The HTTP API as a program outside sees it.</summary>
internal static class Api
{
    public static async Task<BoardFrame> ReadFrameAsync(this RunningSilo silo, string board)
    {
        using var answer = await silo.Http.GetAsync(new Uri($"/api/boards/{board}/frame", UriKind.Relative), Token);
        return await ReadAsync<BoardFrame>(silo, answer);
    }

    /// <summary>Compares the board with the second evaluator's recount of all facts.</summary>
    public static async Task AssertRecountIsEqualAsync(this RunningSilo silo, string board)
    {
        var recount = await silo.Http.GetFromJsonAsync<JsonElement>(
            new Uri($"/api/boards/{board}/recount", UriKind.Relative), Token);

        Assert.True(recount.GetProperty("equal").GetBoolean(), recount.ToString());
    }

    public static async Task<T> ReadAsync<T>(RunningSilo silo, HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync(Token);
        return answer.IsSuccessStatusCode
            ? JsonSerializer.Deserialize<T>(text, GanchaoJson.Options)!
            : throw new InvalidOperationException($"{answer.RequestMessage} answered {answer}: {text}\n{silo.Log}");
    }

    /// <summary>
    /// The rows of a frame as text: what two equal boards have in common whatever their epoch, and whether or not they have
    /// looked back already.
    /// </summary>
    public static string RowsOf(BoardFrame frame) => JsonSerializer.Serialize(
        frame.Rows.Select(row => row with { PlaceBefore = null, Trend = null }), GanchaoJson.Options);

    private static CancellationToken Token => TestContext.Current.CancellationToken;
}
