using System.Text;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Registers;
using Ganchao.Contracts.Rulebooks;
using Ganchao.Grains.Interfaces.Registers;
using Ganchao.Grains.Registers;
using Ganchao.Scoring;
using Ganchao.Silo.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace Ganchao.Silo.Api;

/// <summary>Rulebooks as texts: checked, published with the warnings that are accepted, and given back byte for byte.</summary>
internal static class RulebookApi
{
    private const string Yaml = "application/yaml; charset=utf-8";

    public static void MapRulebooks(this IEndpointRouteBuilder api)
    {
        api.MapPost("/rulebooks/check", Check)
            .WithName("CheckRulebook").Needs(Right.TryRulebooks).WithTags("Rulebooks").Answers<RulebookReport>().AddEndpointFilter<HeavyFilter>();
        api.MapPut("/plants/{plant}/rulebooks/{id:guid}", Publish)
            .WithName("PublishRulebook").Needs(Right.PublishRulebooks).WithTags("Rulebooks").Answers<LinesAnswer>().AddEndpointFilter<HeavyFilter>();
        api.MapGet("/plants/{plant}/rulebooks/{hash}", Read)
            .WithName("ReadRulebook").Needs(Right.Open).WithTags("Rulebooks").Produces(200, contentType: "application/yaml").Produces(304);
    }

    private static async Task<IResult> Check(HttpContext context, CancellationToken cancellationToken)
    {
        var (text, refusal) = await RulebookText.ReadAsync(context.Request, cancellationToken);
        if (text is null)
        {
            return Problems.Refused([refusal!]);
        }

        var found = RulebookDiagnosis.Of(text);
        return Results.Ok(new RulebookReport(
            PlantBook.HashOf(text), found.All(finding => finding.Severity != Severity.Error), [.. found.Select(Finding)]));
    }

    /// <summary>
    /// The id is the client's and kept over retries; <c>?accept=units-differ</c> once for each warning accepted.
    /// </summary>
    private static async Task<IResult> Publish(
        PlantId plant, Guid id, [FromQuery] string[] accept, bool? dryRun, HttpContext context, IGrainFactory grains,
        CancellationToken cancellationToken)
    {
        var (text, refusal) = await RulebookText.ReadAsync(context.Request, cancellationToken);
        if (text is null)
        {
            return Problems.Refused([refusal!]);
        }

        var line = new RulebookLine
        {
            Id = id,
            Code = RulebookReader.Read(text).Definition?.Code ?? "",
            Text = text,
            Accept = accept.Length == 0 ? null : [.. accept.Distinct().Order(StringComparer.Ordinal)],
        };
        var register = RegisterNames.Of(RegisterName.Rulebooks);
        return await Writing.RunAsync(context, RegisterNames.UsualWriter(RegisterName.Rulebooks), async actor =>
        {
            var answer = await grains.GetGrain<IRegisterGrain>($"{plant}/{register}")
                .Record(new RegisterLines([line]), actor, Writing.ExpectedVersion(context), dryRun ?? false);
            context.Response.Headers.ContentLocation = $"/api/plants/{plant}/rulebooks/{PlantBook.HashOf(text)}";
            return Writing.Answer(context, answer);
        });
    }

    private static async Task<IResult> Read(
        PlantId plant, string hash, HttpContext context, IPlantBooks books, CancellationToken cancellationToken)
    {
        var book = await books.ReadAsync(plant, cancellationToken);
        if (!book.Rulebooks.TryGetValue(hash, out var rulebook) &&
            !(await books.RefreshAsync(plant, cancellationToken)).Rulebooks.TryGetValue(hash, out rulebook))
        {
            return Problems.Of(
                StatusCodes.Status404NotFound, "unknown-rulebook", "hash",
                $"Plant '{plant}' has published no rulebook of that hash.");
        }

        var etag = $"\"{hash}\"";
        context.Response.Headers.ETag = etag;
        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return context.Request.Headers[HeaderNames.IfNoneMatch] == etag
            ? Results.StatusCode(StatusCodes.Status304NotModified)
            : Results.Bytes(Encoding.UTF8.GetBytes(rulebook.Text), Yaml);
    }

    private static RulebookFinding Finding(Diagnostic found) => new(
        found.Id, (FindingSeverity)found.Severity, found.Place.Line, found.Place.Column, found.Zh, found.En);
}
