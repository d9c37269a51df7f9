using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Ganchao.Cluster.Tests.Entry;

/// <summary>A browser without scripts: keeps cookies, posts what the form on the page holds, follows no redirect.</summary>
internal sealed partial class Phone : IDisposable
{
    private readonly CookieContainer _cookies = new();
    private readonly HttpClient _http;

    /// <param name="headers">What it says in each request besides.</param>
    public Phone(Uri server, params IEnumerable<(string Name, string Value)> headers)
    {
        _http = new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = _cookies }) { BaseAddress = server };
        foreach (var (name, value) in headers)
        {
            _http.DefaultRequestHeaders.TryAddWithoutValidation(name, value);
        }
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async Task<Page> GetAsync(string address)
    {
        using var answer = await _http.GetAsync(new Uri(address, UriKind.Relative), Token);
        return await PageOf(address, answer);
    }

    /// <summary>Posts the page's form with some fields changed, by one of its buttons.</summary>
    public Task<Page> PressAsync(Page page, string step, params (string Name, string Value)[] typed)
    {
        var fields = page.Fields();
        foreach (var (name, value) in typed.Append((Name: "step", Value: step)))
        {
            fields[name] = value;
        }

        return PostAsync(page.Address, fields);
    }

    public async Task<Page> PostAsync(string address, IEnumerable<KeyValuePair<string, string>> fields)
    {
        using var form = new FormUrlEncodedContent(fields);
        using var answer = await _http.PostAsync(new Uri(address, UriKind.Relative), form, Token);
        return await PageOf(address, answer);
    }

    /// <summary>Posts the page's form with a file, as a form of several parts.</summary>
    public async Task<Page> UploadAsync(Page page, string name, byte[] file, params (string Name, string Value)[] typed)
    {
        using var form = PartsOf(page, typed);
        form.Add(new ByteArrayContent(file), "file", name);
        using var answer = await _http.PostAsync(new Uri(page.Address, UriKind.Relative), form, Token);
        return await PageOf(page.Address, answer);
    }

    /// <summary>Posts a form of several parts without choosing a file.</summary>
    public async Task<Page> PressPartsAsync(Page page, params (string Name, string Value)[] typed)
    {
        using var form = PartsOf(page, typed);
        using var answer = await _http.PostAsync(new Uri(page.Address, UriKind.Relative), form, Token);
        return await PageOf(page.Address, answer);
    }

    private static MultipartFormDataContent PartsOf(Page page, (string Name, string Value)[] typed)
    {
        var fields = page.Fields();
        foreach (var (name, value) in typed)
        {
            fields[name] = value;
        }

        var form = new MultipartFormDataContent();
        foreach (var (field, value) in fields.Where(static field => field.Key != "file"))
        {
            form.Add(new StringContent(value), field);
        }

        return form;
    }

    /// <summary>Any request, with an empty JSON list where it takes a body.</summary>
    public async Task<(HttpStatusCode Status, string? Location)> SendAsync(HttpMethod method, string address)
    {
        using var request = new HttpRequestMessage(method, new Uri(address, UriKind.Relative));
        if (method != HttpMethod.Get)
        {
            request.Content = new StringContent("[]", Encoding.UTF8, "application/json");
        }

        using var answer = await _http.SendAsync(request, Token);
        return (answer.StatusCode, answer.Headers.Location?.OriginalString);
    }

    /// <summary>Another browser with the cookies of this one, as a thief has them.</summary>
    public Phone Copy()
    {
        var copy = new Phone(
            _http.BaseAddress!, _http.DefaultRequestHeaders.NonValidated.Select(header => (header.Key, header.Value.ToString())));
        copy._cookies.Add(_cookies.GetAllCookies());
        return copy;
    }

    public void Dispose() => _http.Dispose();

    private static async Task<Page> PageOf(string address, HttpResponseMessage answer) => new(
        address, answer.StatusCode, await answer.Content.ReadAsStringAsync(Token), answer.Headers.Location?.OriginalString);

    /// <summary>What came back.</summary>
    internal sealed partial record Page(string Address, HttpStatusCode Status, string Html, string? Location)
    {
        /// <summary>What a reader sees: blocks parted by bars.</summary>
        public string Text => Bars().Replace(WebUtility.HtmlDecode(Tag().Replace(Html, "|")), "|").Trim('|', ' ');

        /// <summary>What a browser would post: every field that is ticked or has no tick.</summary>
        public Dictionary<string, string> Fields()
        {
            var fields = new Dictionary<string, string>();
            foreach (Match input in Input().Matches(Html))
            {
                var parts = input.Groups["parts"].Value;
                var isChoice = parts.Contains("type=\"radio\"") || parts.Contains("type=\"checkbox\"");
                if (Name().Match(parts) is { Success: true } name && (!isChoice || parts.Contains(" checked")))
                {
                    fields[WebUtility.HtmlDecode(name.Groups["text"].Value)] =
                        WebUtility.HtmlDecode(Value().Match(parts).Groups["text"].Value + input.Groups["content"].Value);
                }
            }

            return fields;
        }

        /// <summary>What the page's lists show as chosen.</summary>
        public IEnumerable<(string Name, string Value)> Chosen() => List().Matches(Html).Select(static list => (
            WebUtility.HtmlDecode(list.Groups["name"].Value),
            WebUtility.HtmlDecode(Selected().Match(list.Groups["options"].Value).Groups["value"].Value)));

        /// <summary>The first link that begins so.</summary>
        public string Link(string start) =>
            WebUtility.HtmlDecode(Regex.Match(Html, $"href=\"({Regex.Escape(start)}[^\"]*)\"").Groups[1].Value);

        [GeneratedRegex("<(input|textarea|select)(?<parts>[^>]*)>((?<content>[^<]*)</textarea>)?", RegexOptions.ExplicitCapture)]
        private static partial Regex Input();

        [GeneratedRegex("<select[^>]* name=\"(?<name>[^\"]*)\"[^>]*>(?<options>.*?)</select>", RegexOptions.Singleline)]
        private static partial Regex List();

        [GeneratedRegex("<option value=\"(?<value>[^\"]*)\" selected")]
        private static partial Regex Selected();

        [GeneratedRegex(" name=\"(?<text>[^\"]*)\"")]
        private static partial Regex Name();

        [GeneratedRegex(" value=\"(?<text>[^\"]*)\"")]
        private static partial Regex Value();

        [GeneratedRegex("<[^>]*>")]
        private static partial Regex Tag();

        [GeneratedRegex(@"\s*\|[|\s]*")]
        private static partial Regex Bars();
    }
}
