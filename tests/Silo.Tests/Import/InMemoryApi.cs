using System.Net;
using System.Text;
using System.Text.Json;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Json;
using Ganchao.Contracts.Refusals;
using Ganchao.Contracts.Registers;

namespace Ganchao.Silo.Tests.Import;

/// <summary>
/// The API as far as an import sees it, in memory: lists whole or not at all, same id and content again, same id and other
/// content refused, one value to a cell, known measures where a measures register was sent. It can lose answers.
/// </summary>
internal sealed class InMemoryApi : HttpMessageHandler
{
    private readonly Lock _lock = new();
    private int _requests;

    public Dictionary<string, List<Stored>> Streams { get; } = [];

    /// <summary>Measures are known from the start; null: any measure is known.</summary>
    public HashSet<string>? Measures { get; init; }

    /// <summary>Above it a value is refused.</summary>
    public decimal Max { get; init; } = decimal.MaxValue;

    /// <summary>Above it a value is taken with a warning.</summary>
    public decimal UsualMax { get; init; } = decimal.MaxValue;

    /// <summary>What happens to the n-th request, from 1; null: it is answered.</summary>
    public Func<int, Fault?> FaultAt { get; init; } = _ => null;

    public int Requests => _requests;

    public List<string> Written { get; } = [];

    public int EntryCount => Streams.Where(s => s.Key.EndsWith("/entries", StringComparison.Ordinal)).Sum(s => s.Value.Count);

    /// <summary>A person corrects what is current in a line.</summary>
    public void CorrectByHand(string path, Guid entry, decimal value)
    {
        var stored = Streams[path];
        var old = stored.Single(s => s.Id == entry);
        stored.Add(new Stored(Guid.CreateVersion7(), "by hand", old.Form! with { Value = value }, old.Line));
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var number = Interlocked.Increment(ref _requests);
        var fault = FaultAt(number);
        if (fault == Fault.NotReached)
        {
            throw new HttpRequestException("Connection refused.");
        }

        var path = request.RequestUri!.AbsolutePath.TrimStart('/');
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        HttpResponseMessage answer;
        lock (_lock)
        {
            answer = request.Method == HttpMethod.Get
                ? View(path + "/entries")
                : Put(path, body, request.RequestUri.Query == "?dryRun=true");
        }

        return fault switch
        {
            Fault.AnswerLost => throw new HttpRequestException("The connection was closed."),
            Fault.Unavailable => new HttpResponseMessage(HttpStatusCode.ServiceUnavailable),
            Fault.KeyUnknown => new HttpResponseMessage(HttpStatusCode.Unauthorized),
            Fault.NotReached or null => answer,
        };
    }

    private HttpResponseMessage Put(string path, string body, bool dryRun)
    {
        var stored = Streams.GetValueOrDefault(path) ?? [];
        var lines = Lines(path, body, stored);
        var name = path.EndsWith("/entries", StringComparison.Ordinal) ? "entries" : "lines";
        var refusals = lines.Index().SelectMany(l => Check(l.Item, stored, $"{name}[{l.Index}]")).ToList();
        if (refusals.Count > 0)
        {
            var conflict = refusals.Exists(r => r.Rule == "id-taken");
            return Answer(
                conflict ? HttpStatusCode.Conflict : HttpStatusCode.UnprocessableEntity, new { title = "Refused", refusals });
        }

        var added = lines.Where(l => stored.TrueForAll(s => s.Id != l.Id)).ToList();
        if (!dryRun && added.Count > 0)
        {
            Streams[path] = [.. stored, .. added];
            Written.Add(path);
            Measures?.UnionWith(added.Select(a => a.Register).OfType<MeasureLine>().Select(m => m.Measure.Value));
        }

        var outcome = added.Count > 0 ? EntryOutcome.Recorded : EntryOutcome.AlreadyRecorded;
        var warnings = lines.Index().Where(l => l.Item.Form?.Value > UsualMax)
            .Select(l => new Warning("unusual-value", $"entries[{l.Index}].value", "Above the usual range.")).ToList();
        return name == "entries"
            ? Answer(HttpStatusCode.OK, new EntryAnswer(outcome, path, stored.Count, [], warnings, []))
            : Answer(HttpStatusCode.OK, new LinesAnswer(outcome, path, stored.Count, []));
    }

    private static List<Stored> Lines(string path, string body, List<Stored> stored)
    {
        if (path.EndsWith("/entries", StringComparison.Ordinal))
        {
            return [.. JsonSerializer.Deserialize<EntryList>(body, GanchaoJson.Options)!.Entries.Index().Select(
                e => new Stored(e.Item.Id, Json(e.Item), e.Item, LineOf(e.Item, stored) ?? stored.Count + e.Index + 1))];
        }

        using var document = JsonDocument.Parse(body);
        return [.. document.RootElement.GetProperty("lines").EnumerateArray().Select(l => new Stored(
            l.GetProperty("id").GetGuid(), l.GetRawText(), null, 0)
        {
            Register = path.Contains("/registers/", StringComparison.Ordinal)
                ? l.Deserialize<RegisterLine>(GanchaoJson.Options)
                : null,
        })];
    }

    private static long? LineOf(EntryForm form, List<Stored> stored) =>
        stored.Find(s => s.Id == form.Id || s.Id == form.Supersedes)?.Line;

    private IEnumerable<Refusal> Check(Stored line, List<Stored> stored, string field)
    {
        var same = stored.Find(s => s.Id == line.Id);
        if (same is not null && same.Content != line.Content)
        {
            yield return new Refusal("id-taken", field + ".id", "This id holds something else.");
        }

        if (same is null && line.Form is { } form)
        {
            if (form.Value > Max)
            {
                yield return new Refusal("value-out-of-range", field + ".value", $"{form.Value} is above {Max}.");
            }

            if (Measures?.Contains(form.Measure.Value) == false)
            {
                yield return new Refusal("unknown-measure", field + ".measure", $"Measure '{form.Measure}' is not known.");
            }

            if (form.Supersedes is { } old && stored.FindLast(s => s.Line == line.Line)?.Id != old)
            {
                yield return new Refusal("already-superseded", field + ".supersedes", "Corrected by somebody else.");
            }
        }
    }

    private HttpResponseMessage View(string path) => Streams.TryGetValue(path, out var stored)
        ? Answer(HttpStatusCode.OK, new SheetView(path, stored.Count, false,
            [.. stored.GroupBy(s => s.Line).Select(g => g.Last()).Select(s => new SheetLine(
                s.Line, s.Id, s.Form!.Measure, SubjectId.Team(new UnitId("t1")), null, null, null, null, s.Form.Value))]))
        : new HttpResponseMessage(HttpStatusCode.NotFound);

    private static HttpResponseMessage Answer<T>(HttpStatusCode status, T content) => new(status)
    {
        Content = new StringContent(Json(content), Encoding.UTF8, "application/json"),
    };

    private static string Json<T>(T content) => JsonSerializer.Serialize(content, GanchaoJson.Options);

    internal sealed record Stored(Guid Id, string Content, EntryForm? Form, long Line)
    {
        public RegisterLine? Register { get; init; }
    }

    internal enum Fault
    {
        NotReached,
        AnswerLost,
        Unavailable,
        KeyUnknown,
    }
}

/// <summary>A clock whose pauses end at once, so that tries follow each other without waiting.</summary>
internal sealed class PauselessTime : TimeProvider
{
    public List<TimeSpan> Pauses { get; } = [];

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        lock (Pauses)
        {
            Pauses.Add(dueTime);
        }

        return base.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
