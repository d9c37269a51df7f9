using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Json;

namespace Ganchao.Cluster.Tests.Crashes;

/// <summary>Ten thousand entries, each sent three times, twice by a client that hangs up before it hears the answer.</summary>
public sealed class DroppedAnswerTests
{
    private const int Entries = 10_000;
    private const int EntriesPerSheet = 100;
    private const int Callers = 16;

    private static readonly string[] Teams = ["t07", "t08", "t09"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Ten_thousand_entries_sent_three_times_with_answers_dropped_are_ten_thousand_records(DatabaseKind kind)
    {
        await using var database = await SiloDatabase.CreateAsync(kind);
        await using var silo = await RunningSilo.StartAsync(database);
        await SmallPlant.SetUpAsync(silo);
        var before = await CountAsync(database);
        var answers = new ConcurrentDictionary<Guid, EntryOutcome>();

        await Parallel.ForEachAsync(
            Enumerable.Range(0, Entries).Chunk(EntriesPerSheet),
            new ParallelOptions { MaxDegreeOfParallelism = Callers, CancellationToken = Token },
            async (numbers, _) =>
            {
                foreach (var number in numbers)
                {
                    await SendAndHangUpAsync(silo, SheetOf(number), EntryOf(number), isRude: false);
                }

                foreach (var number in numbers)
                {
                    await SendAndHangUpAsync(silo, SheetOf(number), EntryOf(number), isRude: true);
                }

                foreach (var number in numbers)
                {
                    var answer = await SmallPlant.AssertEnteredAsync(silo, SheetOf(number), EntryOf(number));
                    answers[answer.Entries[0].Id] = answer.Outcome;
                }
            });

        Assert.Equal(Entries, answers.Count);
        Assert.Equal(Entries, await CountAsync(database) - before);
        Assert.Equal(Entries, await LinesAsync(silo));
        Assert.All(answers.Values, outcome => Assert.Equal(EntryOutcome.AlreadyRecorded, outcome));
        await Commands.AssertNothingIsWrongAsync(database);
    }

    private static EntryForm EntryOf(int number) => SmallPlant.Entry(SmallPlant.Id(number + 1), value: 1 + (number % 50));

    // A sheet is one team's on one day; a month has 31, so the sheets spread over teams and days of January.
    private static string SheetOf(int number) =>
        SmallPlant.Sheet(Teams[number / EntriesPerSheet % Teams.Length], 1 + (number / EntriesPerSheet / Teams.Length % 31));

    /// <summary>
    /// Writes the whole request and closes the connection at the first byte of the answer, so that the answer reaches nobody;
    /// rudely: at once, so that what the server has not read yet may be lost as well.
    /// </summary>
    private static async Task SendAndHangUpAsync(RunningSilo silo, string sheet, EntryForm entry, bool isRude)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(new EntryList([entry]), GanchaoJson.Options);
        var head = string.Create(
            CultureInfo.InvariantCulture,
            $"PUT {sheet}/entries HTTP/1.1\r\nHost: {silo.Address.Authority}\r\nContent-Type: application/json\r\n" +
            $"Content-Length: {body.Length}\r\n\r\n");
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { LingerState = new LingerOption(isRude, 0) };
        await socket.ConnectAsync(silo.Address.Host, silo.Address.Port, Token);
        await socket.SendAsync(Encoding.ASCII.GetBytes(head).Concat(body).ToArray(), Token);
        if (!isRude)
        {
            await socket.ReceiveAsync(new byte[1], Token);
        }
    }

    private static async Task<long> CountAsync(SiloDatabase database) =>
        (await database.ReadAsync<long>("select count(*) from event where type = 'entry'"))[0];

    private static async Task<int> LinesAsync(RunningSilo silo)
    {
        var lines = 0;
        foreach (var sheet in Enumerable.Range(0, Entries).Select(SheetOf).Distinct())
        {
            using var answer = await silo.Http.GetAsync(new Uri(sheet, UriKind.Relative), Token);
            lines += (await Api.ReadAsync<SheetView>(silo, answer)).Lines.Count;
        }

        return lines;
    }
}
