using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Dashboard.Evidence;
using Ganchao.Grains;
using Ganchao.Grains.Interfaces.Sheets;
using Ganchao.Silo.Evidence;
using Ganchao.Silo.Identity;
using Microsoft.Net.Http.Headers;

namespace Ganchao.Silo.Api;

/// <summary>Photos and files that prove entries: attached, shown so that nothing in them runs, removed for good.</summary>
internal static class EvidenceApi
{
    public static void MapEvidence(this IEndpointRouteBuilder api)
    {
        var shift = api.MapGroup("/shifts/{plant}/{team}/{date}/{kind}").WithTags("Sheets");
        shift.MapPut("/entries/{entry:guid}/evidence/{id:guid}", Attach).WithName("AttachEvidence").Needs(Right.EnterShift)
            .WithMetadata(new UploadAttribute()).Answers<EntryAnswer>();
        shift.MapDelete("/evidence/{sha256}", Remove).WithName("RemoveEvidence").Needs(Right.KeepAccounts)
            .Produces(StatusCodes.Status204NoContent);
    }

    /// <summary>Outside <c>/api</c>: what a page's pictures and links point to.</summary>
    public static void MapEvidenceFiles(this IEndpointRouteBuilder routes) => routes
        .MapGet("/evidence/{plant}/{team}/{date}/{kind}/{sha256}", Show).Needs(Right.ReadSheets).ExcludeFromDescription();

    private static Task<IResult> Attach(
        PlantId plant, UnitId team, DateOnly date, ShiftKind kind, Guid entry, Guid id, HttpContext context, EvidenceStore store,
        IdentityMeter meter) =>
        Writing.RunAsync(context, Role.Statistician, async actor =>
        {
            if (await ReadAsync(context) is not { } upload)
            {
                var refusal = EvidenceRefusals.Of(EvidenceFault.TooLarge);
                meter.Refused(refusal.Rule);
                return Problems.Of(StatusCodes.Status413PayloadTooLarge, refusal.Rule, refusal.Field, refusal.Message);
            }

            var answer = await store.AttachAsync(
                new ShiftId(plant, team, date, kind), entry, id, upload, actor, context.RequestAborted);
            return answer is null
                ? Problems.Of(
                    StatusCodes.Status503ServiceUnavailable, "outcome-unknown", "id",
                    "Send the same file with the same id again.")
                : Writing.Answer(context, answer);
        });

    private static Task<IResult> Remove(
        PlantId plant, UnitId team, DateOnly date, ShiftKind kind, string sha256, HttpContext context, EvidenceTable table,
        IGrainFactory grains, PlantClock clock) =>
        Writing.RunAsync(context, Role.Administrator, async actor =>
            await FindAsync(grains, new ShiftId(plant, team, date, kind), sha256) is not null
            && await table.RemoveAsync(plant, sha256, actor.Id, clock.GetUtcNow(), context.RequestAborted)
                ? Results.NoContent()
                : Unknown());

    private static async Task<IResult> Show(
        PlantId plant, UnitId team, DateOnly date, ShiftKind kind, string sha256, HttpContext context, EvidenceTable table,
        IGrainFactory grains)
    {
        if (await FindAsync(grains, new ShiftId(plant, team, date, kind), sha256) is not { } file)
        {
            return Unknown();
        }

        if (await table.ReadAsync(plant, sha256, context.RequestAborted) is not { } bytes)
        {
            return Problems.Of(
                StatusCodes.Status410Gone, "evidence-removed", "sha256", "The photo or file was removed; its commitment stands.");
        }

        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        headers.CacheControl = "private, no-store";
        headers.ContentDisposition = new ContentDispositionHeaderValue(file.IsPicture() ? "inline" : "attachment")
        {
            FileName = $"{sha256[..12]}.{file.Extension()}",
        }.ToString();
        return Results.Bytes(bytes, file.MediaType);
    }

    /// <summary>Null: longer than is taken.</summary>
    private static async Task<byte[]?> ReadAsync(HttpContext context)
    {
        if (context.Request.ContentLength > EvidenceCommitment.MaxLength)
        {
            return null;
        }

        using var read = new MemoryStream();
        var buffer = new byte[81_920];
        for (int count; (count = await context.Request.Body.ReadAsync(buffer, context.RequestAborted)) > 0;)
        {
            read.Write(buffer, 0, count);
            if (read.Length > EvidenceCommitment.MaxLength)
            {
                return null;
            }
        }

        return read.ToArray();
    }

    // Only what this sheet commits to is shown or removed here; the address says who may read the sheet.
    private static async Task<EvidenceCommitment?> FindAsync(IGrainFactory grains, ShiftId shift, string sha256) =>
        (await grains.GetGrain<IShiftGrain>(shift.ToString()).Read()).Evidence?
            .FirstOrDefault(evidence => evidence.File.Sha256 == sha256)?.File;

    private static IResult Unknown() => Problems.Of(
        StatusCodes.Status404NotFound, "unknown-evidence", "sha256", "This sheet has no such photo or file.");
}
