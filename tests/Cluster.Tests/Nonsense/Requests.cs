namespace Ganchao.Cluster.Tests.Nonsense;

/// <summary>Something that no client should send, and what must be said to it.</summary>
/// <param name="Method">GET, PUT or POST.</param>
/// <param name="Path">The address.</param>
/// <param name="Body">The body; null: none.</param>
/// <param name="Status">The status of the answer.</param>
/// <param name="Rule">The broken rule's name, the problem's type.</param>
/// <param name="Field">The field that is named.</param>
internal sealed record Request(string Method, string Path, string? Body, int Status, string Rule, string Field)
{
    public string ContentType { get; init; } = "application/json";

    public string? Header { get; init; }
}

/// <summary>All of it, by what is wrong. The sheet holds entry 1 (output) from the start.</summary>
internal static class Requests
{
    private const string Id = "00000002-0001-7000-8000-000000000001";
    private const string Taken = "00000001-0001-7000-8000-000000000001";
    private const string Sheet = "/api/shifts/p1/t07/2015-01-05/day/entries";
    private const string Organisation = "/api/plants/p1/registers/organisation/lines";
    private const string Measures = "/api/plants/p1/registers/measures/lines";
    private const string Competition = "/api/plants/p1/competitions/saving/lines";
    private const string Rulebook = "language: 1\ncode: x\nindicators: { x: { value: '1' } }\n";
    private const string Good = $$"""{"entries":[{"id":"{{Id}}","measure":"kwh","value":"5"}]}""";

    private static readonly string Nested = new('[', 100);
    private static readonly string Endless = new('9', 70);

    public static Dictionary<string, Request> All { get; } = new()
    {
        // The sheet.
        ["unknown team"] = Put("/api/shifts/p1/t99/2015-01-05/day/entries", Good, 422, "unknown-team", "sheet"),
        ["unknown plant"] = Put("/api/shifts/p9/t07/2015-01-05/day/entries", Good, 422, "unknown-team", "sheet"),
        ["unknown shift"] = Put("/api/shifts/p1/t07/2015-01-05/late/entries", Good, 422, "unknown-shift", "sheet"),
        ["year 9999"] = Put("/api/shifts/p1/t07/9999-01-05/day/entries", Good, 422, "date-out-of-range", "sheet"),
        ["last day of all"] = Put("/api/shifts/p1/t07/9999-12-31/day/entries", Good, 422, "date-out-of-range", "sheet"),
        ["first day of all"] = Put("/api/shifts/p1/t07/0001-01-01/day/entries", Good, 422, "date-out-of-range", "sheet"),
        ["negative date"] = Put("/api/shifts/p1/t07/-2015-01-05/day/entries", Good, 400, "request-broken", "date"),
        ["30 February"] = Put("/api/shifts/p1/t07/2015-02-30/day/entries", Good, 400, "request-broken", "date"),
        ["blank in an id"] = Put("/api/shifts/p1/t%2007/2015-01-05/day/entries", Good, 400, "request-broken", "team"),
        ["slash in an id"] = Put("/api/shifts/p1/t%2F07/2015-01-05/day/entries", Good, 400, "request-broken", "team"),
        ["emoji in an id"] = Put("/api/shifts/p1/t%F0%9F%98%80/2015-01-05/day/entries", Good, 400, "request-broken", "team"),
        ["huge id"] = Put($"/api/shifts/p1/{Endless}/2015-01-05/day/entries", Good, 400, "request-broken", "team"),
        ["huge plant id"] = Put($"/api/shifts/{Endless}/t07/2015-01-05/day/entries", Good, 400, "request-broken", "plant"),
        ["unknown period"] = Put("/api/departments/p1/quality/year/2015-01-01/entries", Good, 404, "unknown-period", "period"),
        ["month from the fifth"] =
            Put("/api/departments/p1/quality/month/2015-01-05/entries", Good, 422, "period-start", "sheet"),
        ["last week of all"] =
            Put("/api/departments/p1/quality/week/9999-12-31/entries", Good, 422, "date-out-of-range", "sheet"),
        ["bad sheet to read"] = new("GET", "/api/shifts/p1/t%2007/2015-01-05/day", null, 400, "request-broken", "team"),
        ["dry run of nonsense"] = Put($"{Sheet}?dryRun=perhaps", Good, 400, "request-broken", "dryRun"),
        ["id differs"] = Put($"{Sheet}/{Taken}", $$"""{"id":"{{Id}}","measure":"kwh","value":"5"}""", 422, "id-differs", "id"),

        // The list.
        ["empty list"] = Put(Sheet, """{"entries":[]}""", 422, "list-length", "entries"),
        ["1001 entries"] = Put(Sheet, Many(1001), 422, "list-length", "entries"),
        ["list of nothing"] = Put(Sheet, """{"entries":[null]}""", 400, "json-broken", "entries[0]"),
        ["no list"] = Put(Sheet, """{"entries":null}""", 400, "json-broken", "entries"),
        ["nothing"] = Put(Sheet, "null", 400, "body-missing", "body"),
        ["no body"] = Put(Sheet, null, 400, "body-missing", "body"),
        ["empty body"] = Put(Sheet, "", 400, "body-missing", "body"),
        ["broken JSON"] = Put(Sheet, """{"entries":[{"id":""", 400, "json-broken", "entries[0].id"),
        ["no JSON"] = Put(Sheet, "<entries/>", 400, "json-broken", "body"),
        ["deep JSON"] = Put(Sheet, $$"""{"entries":{{Nested}}""", 400, "json-broken", "entries[0]"),
        ["unknown member"] = Put(Sheet, Entry("\"bonus\":1"), 400, "json-broken", "entries[0].bonus"),
        ["member twice"] = Put(Sheet, Entry("\"value\":\"6\""), 400, "json-broken", "entries[0].value"),
        ["wrong content type"] =
            Put(Sheet, Good, 415, "wrong-content-type", "Content-Type") with { ContentType = "text/plain" },
        ["wrong character set"] = Put(Sheet, Good, 415, "wrong-content-type", "Content-Type") with
        {
            ContentType = "application/json; charset=no-such",
        },
        ["10 MB"] = Put(Sheet, Entry($"\"note\":\"{new string('x', 10_000_000)}\""), 413, "body-too-large", "body"),

        // The entry.
        ["no id"] = Put(Sheet, """{"entries":[{"measure":"kwh","value":"5"}]}""", 400, "json-broken", "entries[0].id"),
        ["zero id"] = Put(
            Sheet,
            """{"entries":[{"id":"00000000-0000-0000-0000-000000000000","measure":"kwh","value":"5"}]}""",
            422, "id-missing", "entries[0].id"),
        ["id of text"] = Put(
            Sheet, """{"entries":[{"id":"7","measure":"kwh","value":"5"}]}""", 400, "json-broken", "entries[0].id"),
        ["id twice"] = Put(
            Sheet,
            $$"""{"entries":[{"id":"{{Id}}","measure":"kwh","value":"5"},{"id":"{{Id}}","measure":"kwh","value":"5"}]}""",
            422, "id-twice", "entries[1].id"),
        ["same id, other content"] = Put(
            Sheet, $$"""{"entries":[{"id":"{{Taken}}","measure":"output","value":"8"}]}""", 409, "id-taken", "entries[0].id"),
        ["second entry of one cell"] = Put(
            Sheet, $$"""{"entries":[{"id":"{{Id}}","measure":"output","value":"8"}]}""", 409, "cell-taken", "entries[0]"),
        ["unknown measure"] = Put(Sheet, Entry("", "gold"), 422, "unknown-measure", "entries[0].measure"),
        ["blank measure"] = Put(Sheet, Entry("", ""), 400, "json-broken", "entries[0].measure"),
        ["wrong unit"] = Put(Sheet, Entry("\"unit\":\"MWh\""), 422, "wrong-unit", "entries[0].unit"),
        ["below range"] = Put(Sheet, Value("\"-1\""), 422, "value-out-of-range", "entries[0].value"),
        ["above 64 bits"] = Put(Sheet, Value("9999999999999999999"), 422, "value-out-of-range", "entries[0].value"),
        ["largest decimal"] = Put(
            Sheet, Value("79228162514264337593543950335"), 422, "value-out-of-range", "entries[0].value"),
        ["beyond decimal"] = Put(Sheet, Value("1e400"), 400, "json-broken", "entries[0].value"),
        ["endless figure"] = Put(Sheet, Value($"\"{Endless}\""), 400, "json-broken", "entries[0].value"),
        ["too many decimals"] = Put(Sheet, Value("\"0.001\""), 422, "too-many-decimals", "entries[0].value"),
        ["text for a number"] = Put(Sheet, Value("\"many\""), 400, "json-broken", "entries[0].value"),
        ["comma in a number"] = Put(Sheet, Value("\"1,5\""), 400, "json-broken", "entries[0].value"),
        ["full-width number"] = Put(Sheet, Value("\"１２\""), 400, "json-broken", "entries[0].value"),
        ["not a number"] = Put(Sheet, Value("\"NaN\""), 400, "json-broken", "entries[0].value"),
        ["no value"] = Put(Sheet, Value("null"), 422, "value-missing", "entries[0].value"),
        ["true for a number"] = Put(Sheet, Value("true"), 400, "json-broken", "entries[0].value"),
        ["date of another sheet"] = Put(Sheet, Entry("\"date\":\"2015-01-06\""), 422, "date-of-sheet", "entries[0].date"),
        ["another team's figure"] = Put(Sheet, Entry("\"subject\":\"team/t08\""), 422, "wrong-subject", "entries[0].subject"),
        ["a person's figure"] = Put(Sheet, Entry("\"subject\":\"person/p1\""), 422, "wrong-subject", "entries[0].subject"),
        ["broken subject"] = Put(Sheet, Entry("\"subject\":\"t08\""), 400, "json-broken", "entries[0].subject"),
        ["number for a subject"] = Put(Sheet, Entry("\"subject\":7"), 400, "json-broken", "entries[0].subject"),
        ["unknown product"] = Put(Sheet, Entry("\"product\":\"gear\""), 422, "unknown-product", "entries[0].product"),
        ["unknown work order"] = Put(Sheet, Entry("\"workOrder\":\"w1\""), 422, "unknown-work-order", "entries[0].workOrder"),
        ["unknown way"] = Put(Sheet, Entry("\"way\":\"by-owl\""), 400, "json-broken", "entries[0].way"),
        ["number for a way"] = Put(Sheet, Entry("\"way\":1"), 400, "json-broken", "entries[0].way"),
        ["instant of text"] = Put(Sheet, Entry("\"observedAt\":\"noon\""), 400, "json-broken", "entries[0].observedAt"),
        ["NUL in a note"] = Put(Sheet, Entry("\"note\":\"a\\u0000b\""), 422, "text-not-allowed", "entries[0].note"),
        ["half a character in a note"] = Put(Sheet, Entry("\"note\":\"\\ud83d\""), 400, "json-broken", "entries[0].note"),
        ["NUL in a detail"] = Put(Sheet, Entry("\"detail\":\"a\\u0000b\""), 422, "text-not-allowed", "entries[0].detail"),
        ["emoji in a product"] = Put(Sheet, Entry("\"product\":\"😀\""), 400, "json-broken", "entries[0].product"),
        ["endless note"] = Put(
            Sheet, Entry($"\"note\":\"{new string('注', 2001)}\""), 422, "text-not-allowed", "entries[0].note"),
        ["correction of nothing"] = Put(
            Sheet, Entry($"\"supersedes\":\"{Id}\",\"reason\":\"typo\""), 422, "unknown-entry", "entries[0].supersedes"),
        ["correction without reason"] = Put(
            Sheet,
            $$"""{"entries":[{"id":"{{Id}}","measure":"output","value":"8","supersedes":"{{Taken}}"}]}""",
            422, "reason-missing", "entries[0].reason"),

        // Who.
        ["wrong role"] = Put(Sheet, Entry("", "checked"), 403, "wrong-role", "entries[0].measure") with
        {
            Header = "Ganchao-Role: worker",
        },
        ["unknown role"] = Put(Sheet, Good, 400, "unknown-role", "Ganchao-Role") with { Header = "Ganchao-Role: czar" },
        ["no key, through a proxy"] =
            Put(Sheet, Good, 403, "no-keys", "Authorization") with { Header = "X-Forwarded-For: 10.0.0.9" },
        ["no key, a proxy of RFC 7239"] =
            Put(Sheet, Good, 403, "no-keys", "Authorization") with { Header = "Forwarded: for=10.0.0.9" },
        ["from a page of another site"] =
            Put(Sheet, Good, 403, "no-keys", "Authorization") with { Header = "Origin: http://evil.example" },
        ["through a proxy that says Via"] =
            Put(Sheet, Good, 403, "no-keys", "Authorization") with { Header = "Via: 1.1 proxy" },
        ["no key, another host's name"] =
            Put(Sheet, Good, 403, "no-keys", "Authorization") with { Header = "Host: plant.example" },
        ["worker writes the organisation"] =
            Put(Organisation, Unit("t10", "t10"), 403, "wrong-role", "actor") with { Header = "Ganchao-Role: worker" },
        ["worker rebuilds"] =
            new("POST", "/api/plants/p1/rebuild", null, 403, "wrong-role", "actor") { Header = "Ganchao-Role: worker" },

        // Lines.
        ["unknown register"] = Put(
            "/api/plants/p1/registers/gossip/lines", Unit("t10", "p1"), 404, "unknown-register", "register"),
        ["line of another register"] = Put(Measures, Unit("t10", "p1"), 422, "wrong-register", "lines[0].type"),
        ["line without type"] = Put(Organisation, $$"""{"lines":[{"id":"{{Id}}"}]}""", 400, "json-broken", "lines[0]"),
        ["line of unknown type"] = Put(
            Organisation, $$"""{"lines":[{"type":"rumour","id":"{{Id}}"}]}""", 400, "json-broken", "lines[0]"),
        ["line of nothing"] = Put(Organisation, """{"lines":[null]}""", 400, "json-broken", "lines[0]"),
        ["no lines"] = Put(Organisation, """{"lines":[]}""", 422, "list-length", "lines"),
        ["unit under itself"] = Put(Organisation, Unit("t10", "t10"), 422, "cycle", "lines[0].parent"),
        ["bad If-Match"] =
            Put(Organisation, Unit("t10", "p1"), 400, "request-broken", "If-Match") with { Header = "If-Match: \"soon\"" },
        ["old If-Match"] =
            Put(Organisation, Unit("t10", "p1"), 412, "version-moved", "If-Match") with { Header = "If-Match: \"1\"" },
        ["99 decimals"] = Put(Measures, Measure("99", "kWh"), 422, "value-out-of-range", "lines[0].decimals"),
        ["unit of NUL"] = Put(Measures, Measure("2", "\\u0000"), 422, "text-not-allowed", "lines[0].unit"),
        ["name of NUL"] = Put(
            Organisation,
            $$"""{"lines":[{"type":"unit","id":"{{Id}}","unit":"t10","kind":"team","names":{"zh":"\u0000"},"parent":"p1"}]}""",
            422, "text-not-allowed", "lines[0].names"),
        ["rulebook of nonsense"] = Put(
            "/api/plants/p1/registers/rulebooks/lines",
            $$"""{"lines":[{"type":"rulebook","id":"{{Id}}","code":"x","text":"win: always"}]}""",
            422, "rulebook-broken", "lines[0].text"),
        ["rulebook of two halves"] = Put(
            $"/api/plants/p1/rulebooks/{Id}", "language: 1\ncode: x\n---\nlanguage: 1", 422, "rulebook-broken", "lines[0].text"),
        ["empty rulebook"] = Put($"/api/plants/p1/rulebooks/{Id}", "", 422, "body-missing", "body"),
        ["rulebook with an unasked acceptance"] = Put(
            $"/api/plants/p1/rulebooks/{Id}?accept=memory", Rulebook, 422, "nothing-to-accept", "lines[0].accept"),
        ["rulebook by a worker"] =
            Put($"/api/plants/p1/rulebooks/{Id}", Rulebook, 403, "wrong-role", "actor") with { Header = "Ganchao-Role: worker" },
        ["rulebook under no id"] = Put("/api/plants/p1/rulebooks/7", Rulebook, 404, "unknown-address", "address"),
        ["no text to try on a stage"] =
            new("POST", "/api/boards/p1/contest/m3/preview", "", 422, "body-missing", "body"),
        ["a broken rulebook tried on a stage"] =
            new("POST", "/api/boards/p1/contest/m3/preview", "language: 2\n", 422, "rulebook-broken", "rulebook"),
        ["no text to check"] = new("POST", "/api/rulebooks/check", "", 422, "body-missing", "body"),
        ["huge text to check"] =
            new("POST", "/api/rulebooks/check", new string('x', 2_000_000), 413, "body-too-large", "body"),
        ["rulebook that there is not"] = Get("/api/plants/p1/rulebooks/ff", 404, "unknown-rulebook", "hash"),
        ["rulebook of unknown plant"] = Get("/api/plants/p9/rulebooks/ff", 404, "unknown-rulebook", "hash"),
        ["unknown rulebook"] = Put(
            Competition,
            $$"""{"lines":[{"type":"rulebook-adopted","id":"{{Id}}","rulebook":"ff"}]}""",
            422, "unknown-rulebook", "lines[0].rulebook"),
        ["entrant of NUL"] = Put(
            Competition,
            $$"""{"lines":[{"type":"enrolment","id":"{{Id}}","entrant":"a\u0000b"}]}""",
            422, "unknown-entrant", "lines[0].entrant"),
        ["stage that ends before it starts"] = Put(
            Competition,
            $$"""
            {"lines":[{"type":"stage","id":"{{Id}}","stage":"s9","names":{"zh":"9"},
                "dates":{"start":"9999-12-31","end":"0001-01-01"} }]}
            """,
            422, "period-empty", "lines[0].dates"),

        // Reading, and addresses.
        ["unknown board"] = Get("/api/boards/p1/saving/2099-01/frame", 404, "unknown-board", "board"),
        ["board of unknown plant"] = Get("/api/boards/p9/saving/2015-01/frame", 404, "unknown-board", "board"),
        ["recount of unknown board"] = Get("/api/boards/p1/nothing/2015-01/recount", 404, "unknown-board", "board"),
        ["unknown entrant"] = Get("/api/boards/p1/saving/2015-01/explanations/t99", 404, "unknown-entrant", "entrant"),
        ["bad id of a board"] = Get("/api/boards/p1/sav%20ing/2015-01/frame", 400, "request-broken", "competition"),
        ["rebuild of unknown plant"] = new("POST", "/api/plants/p9/rebuild", null, 404, "unknown-plant", "plant"),
        ["unknown address"] = Get("/api/nothing/here", 404, "unknown-address", "address"),
        ["wrong method"] = new("POST", Sheet, Good, 405, "wrong-method", "method"),
    };

    private static Request Put(string path, string? body, int status, string rule, string field) =>
        new("PUT", path, body, status, rule, field);

    private static Request Get(string path, int status, string rule, string field) =>
        new("GET", path, null, status, rule, field);

    private static string Entry(string member, string measure = "kwh")
    {
        var further = member.Length > 0 ? $",{member}" : "";
        return $$"""{"entries":[{"id":"{{Id}}","measure":"{{measure}}","value":"5"{{further}} }]}""";
    }

    private static string Value(string value) => $$"""{"entries":[{"id":"{{Id}}","measure":"kwh","value":{{value}} }]}""";

    private static string Unit(string unit, string parent) =>
        $$"""
        {"lines":[{"type":"unit","id":"{{Id}}","unit":"{{unit}}","kind":"team","names":{"zh":"班"},
            "parent":"{{parent}}"}]}
        """;

    private static string Measure(string decimals, string unit) =>
        $$"""
        {"lines":[{"type":"measure","id":"{{Id}}","measure":"m9","names":{"zh":"量"},"unit":"{{unit}}",
            "decimals":{{decimals}},"kind":"additive","subject":"team","occasion":"shift"}]}
        """;

    private static string Many(int count)
    {
        var entries = Enumerable.Range(1000, count)
            .Select(number => $$"""{"id":"{{SmallPlant.Id(number)}}","measure":"kwh","value":"1"}""");
        return $$"""{"entries":[{{string.Join(',', entries)}}]}""";
    }
}
