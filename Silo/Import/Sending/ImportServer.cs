using System.Net;
using System.Net.Http.Headers;
using System.Net.Mime;
using System.Text.Json;
using Ganchao.Contracts.Competitions;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Json;
using Ganchao.Contracts.Projects;
using Ganchao.Contracts.Refusals;
using Ganchao.Contracts.Registers;

namespace Ganchao.Silo.Import.Sending;

/// <summary>
/// The API as a file's sender sees it. A lost answer does not mean "not stored", so the same ids are sent again, with
/// growing pauses, until the server says what became of them.
/// </summary>
internal sealed class ImportServer(HttpClient http, TimeProvider time)
{
    private static readonly TimeSpan[] Pauses =
        [.. new[] { 0.5, 1, 2, 4, 8 }.Select(TimeSpan.FromSeconds)];

    /// <exception cref="ServerUnreachableException">No answer over all tries.</exception>
    /// <exception cref="KeyRefusedException">The server does not know the key.</exception>
    public async Task<ServerAnswer> SendAsync(ImportBatch batch, bool dryRun, CancellationToken cancellationToken)
    {
        var address = batch.Target.Path + (dryRun ? "?dryRun=true" : "");
        var (status, text) = await AskAsync(HttpMethod.Put, address, Body(batch), cancellationToken);
        if (status is not (HttpStatusCode.OK or HttpStatusCode.Created))
        {
            return new ServerAnswer(EntryOutcome.Refused, [], Refusals(status, text));
        }

        if (batch.Target.Step == ImportStep.Sheets)
        {
            var answer = Parse<EntryAnswer>(address, text);
            return new ServerAnswer(answer.Outcome, answer.Warnings, answer.Refusals);
        }

        var lines = Parse<LinesAnswer>(address, text);
        return new ServerAnswer(lines.Outcome, [], lines.Refusals);
    }

    /// <summary>The sheet as it stands; null where the server has none yet.</summary>
    public async Task<SheetView?> ReadAsync(ImportTarget sheet, CancellationToken cancellationToken)
    {
        var address = sheet.Path[..sheet.Path.LastIndexOf('/')];
        var (status, text) = await AskAsync(HttpMethod.Get, address, null, cancellationToken);
        return status == HttpStatusCode.OK ? Parse<SheetView>(address, text) : null;
    }

    private async Task<(HttpStatusCode Status, string Text)> AskAsync(
        HttpMethod method, string address, byte[]? body, CancellationToken cancellationToken)
    {
        for (var attempt = 0; ; attempt++)
        {
            Exception? lost = null;
            var said = "";
            try
            {
                using var request = new HttpRequestMessage(method, address) { Content = Content(body) };
                using var response = await http.SendAsync(request, cancellationToken);
                said = $"{(int)response.StatusCode}";
                if (response.StatusCode == HttpStatusCode.Unauthorized)
                {
                    throw new KeyRefusedException($"{http.BaseAddress} says {said}.");
                }

                if (!IsPassing(response.StatusCode))
                {
                    return (response.StatusCode, await response.Content.ReadAsStringAsync(cancellationToken));
                }
            }
            catch (Exception refused) when (IsLoss(refused, cancellationToken))
            {
                (lost, said) = (refused, refused.Message);
            }

            if (attempt == Pauses.Length)
            {
                throw new ServerUnreachableException($"{http.BaseAddress}{address}: {said}", lost);
            }

            await Task.Delay(Pauses[attempt], time, cancellationToken);
        }
    }

    private static bool IsPassing(HttpStatusCode status) =>
        (int)status >= 500 || status is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests;

    // HttpClient reports its own time limit as a cancellation that nobody asked for.
    private static bool IsLoss(Exception exception, CancellationToken cancellationToken) =>
        exception is HttpRequestException or IOException ||
        (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested);

    private static ByteArrayContent? Content(byte[]? body) => body is null ? null : new ByteArrayContent(body)
    {
        Headers = { ContentType = new MediaTypeHeaderValue(MediaTypeNames.Application.Json) },
    };

    private static byte[] Body(ImportBatch batch) => batch.Lines[0].Content switch
    {
        EntryForm => Json(new EntryList([.. batch.Lines.Select(l => (EntryForm)l.Content)])),
        RegisterLine => Json(new RegisterLines([.. batch.Lines.Select(l => (RegisterLine)l.Content)])),
        CompetitionLine => Json(new CompetitionLines([.. batch.Lines.Select(l => (CompetitionLine)l.Content)])),
        ProjectLine => Json(new ProjectLines([.. batch.Lines.Select(l => (ProjectLine)l.Content)])),
        var other => throw new InvalidOperationException($"{other.GetType()} is nothing that the API takes."),
    };

    private static byte[] Json<T>(T message) => JsonSerializer.SerializeToUtf8Bytes(message, GanchaoJson.Options);

    private static T Parse<T>(string address, string text)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(text, GanchaoJson.Options) ??
                throw new ServerUnreachableException($"{address}: the answer is empty.", null);
        }
        catch (JsonException refused)
        {
            throw new ServerUnreachableException($"{address}: the answer is not this system's. {refused.Message}", refused);
        }
    }

    /// <summary>The refusals of a problem document; its title or status where it names none.</summary>
    private static List<Refusal> Refusals(HttpStatusCode status, string text)
    {
        var said = "";
        try
        {
            using var problem = JsonDocument.Parse(text);
            if (problem.RootElement.TryGetProperty("refusals", out var list) &&
                list.Deserialize<List<Refusal>>(GanchaoJson.Options) is { Count: > 0 } refusals)
            {
                return refusals;
            }

            said = problem.RootElement.TryGetProperty("detail", out var detail) ? detail.GetString()
                : problem.RootElement.TryGetProperty("title", out var title) ? title.GetString() : "";
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            // Not a problem document: the status alone is told, and the caller goes on with the other batches.
            said = "";
        }

        return [new Refusal($"http-{(int)status}", "", $"The server answered {(int)status}. {said}".TrimEnd())];
    }
}
