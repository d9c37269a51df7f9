using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.RegularExpressions;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Refusals;

namespace Ganchao.Silo.Api;

/// <summary>
/// What a request's body or address did not keep, from the exception that reading it threw: the field by its name in the
/// API, and a sentence without the names of types.
/// </summary>
internal static partial class BrokenRequests
{
    private const string NullsRule = "must not be null.";

    public static (int Status, Refusal Refusal) Of(BadHttpRequestException bad) =>
        bad.StatusCode != StatusCodes.Status400BadRequest && StatusProblems.Of(bad.StatusCode) is { } refusal
            ? (bad.StatusCode, refusal)
            : (bad.StatusCode, FindJsonException(bad, out var json) ? OfJson(json) : OfBinding(bad));

    /// <summary>The refusal of a line whose kind is missing; null where the exception says something else.</summary>
    public static Refusal? OfMissingType(NotSupportedException thrown) =>
        thrown.Message.Contains("type discriminator", StringComparison.Ordinal)
            ? new Refusal(
                "json-broken",
                FieldOf(Path().Match(thrown.Message).Groups["path"].Value),
                "A line names its kind in the member 'type', such as \"type\": \"unit\".")
            : null;

    private static Refusal OfBinding(BadHttpRequestException bad)
    {
        var message = bad.Message;
        if (Unbound().Match(message) is { Success: true } unbound)
        {
            var (type, name, value) = (unbound.Groups["type"].Value, unbound.Groups["name"].Value, unbound.Groups["value"].Value);
            return new Refusal("request-broken", name, $"'{Shown(value)}' is no {name}: {Wanted(type)}.");
        }

        return message.Contains("body", StringComparison.Ordinal)
            ? new Refusal("body-missing", "body", "The request needs a JSON document as its body.")
            : new Refusal("request-broken", Field().Match(message) is { Success: true } named ? named.Value : "request", message);
    }

    private static string Wanted(string type) => type.TrimEnd('?') switch
    {
        "DateOnly" => "write a date as 2026-03-02",
        "Guid" => "write a UUID",
        "bool" => "write true or false",
        _ => $"use 1 to {IdText.MaxLength} letters, digits or - _ . +, without blanks or slashes",
    };

    private static Refusal OfJson(JsonException json)
    {
        var (field, message) = (FieldOf(json.Path), json.Message);
        if (UnknownMember().Match(message) is { Success: true } unknown)
        {
            return Broken(field, $"'{unknown.Groups["name"].Value}' is no member here. Check its spelling; case counts.");
        }

        if (MissingMember().Match(message) is { Success: true } missing)
        {
            var name = missing.Groups["name"].Value;
            return Broken(field == "body" ? name : $"{field}.{name}", $"The member '{name}' is missing.");
        }

        return DuplicateMember().Match(message) is { Success: true } twice
                ? Broken(field, $"The member '{twice.Groups["name"].Value}' stands twice in one object.")
            : message.Contains("null values", StringComparison.Ordinal) ? Broken(field, $"'{field}' {NullsRule}")
            : message.Contains("could not be converted to", StringComparison.Ordinal)
                ? Broken(field, $"What stands in '{field}' is not of the kind that belongs there, or not one of its values.")
            : Broken(field, Path().Match(message) is { Success: true } end ? message[..end.Index].TrimEnd() : message);
    }

    private static Refusal Broken(string field, string message) => new("json-broken", field, message);

    private static string FieldOf(string? path) =>
        path is { Length: > 2 } && path.StartsWith("$.", StringComparison.Ordinal) ? path[2..] : "body";

    private static string Shown(string text) => text.Length <= IdText.MaxLength ? text : text[..IdText.MaxLength] + "…";

    private static bool FindJsonException(Exception? exception, [NotNullWhen(true)] out JsonException? json)
    {
        json = exception as JsonException;
        return json is not null || (exception is not null && FindJsonException(exception.InnerException, out json));
    }

    // The framework's own words: for an argument, then those of the JSON reader. Where they change, the last case is left.
    [GeneratedRegex("""^Failed to bind parameter "(?<type>\S+) (?<name>\w+)" from "(?<value>.*)"\.$""", RegexOptions.Singleline)]
    private static partial Regex Unbound();

    [GeneratedRegex("If-Match")]
    private static partial Regex Field();

    [GeneratedRegex("The JSON property '(?<name>.*?)' could not be mapped")]
    private static partial Regex UnknownMember();

    [GeneratedRegex("missing required properties including: '(?<name>.*?)'")]
    private static partial Regex MissingMember();

    [GeneratedRegex("Duplicate property '(?<name>.*?)'")]
    private static partial Regex DuplicateMember();

    [GeneratedRegex(@" ?Path: (?<path>\$\S*)")]
    private static partial Regex Path();
}
