using Ganchao.Contracts.Boards;
using Ganchao.Contracts.Identity;
using Ganchao.Dashboard.Boards;
using Ganchao.Dashboard.Wording;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Ganchao.Dashboard.Pictures;

/// <summary>A board's picture by itself, for whoever puts it elsewhere.</summary>
internal static class PictureEndpoint
{
    public static void MapPictures(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/board/{plant}/{competition}/{stage}/picture.svg", DrawAsync)
            .WithMetadata(new NeedsAttribute(Right.Open)).ExcludeFromDescription();

    private static async Task<IResult> DrawAsync(
        string plant, string competition, string stage, HttpContext context, IBoardReader boards)
    {
        if (!BoardId.TryParse($"{plant}/{competition}/{stage}", out var board) ||
            await boards.ReadAsync(board, context.RequestAborted) is not { } view)
        {
            return Results.NotFound();
        }

        context.Response.Headers.CacheControl = "no-cache";
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'";
        return Results.Text(BoardPicture.Of(view, RequestLanguage.Of(context.Request)), "image/svg+xml");
    }
}
