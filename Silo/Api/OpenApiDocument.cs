using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.OpenApi;

namespace Ganchao.Silo.Api;

/// <summary>The OpenAPI document, at /openapi/v1.json in every environment; ids and decimals are text.</summary>
internal static class OpenApiDocument
{
    public static IServiceCollection AddApiDocument(this IServiceCollection services) =>
        services.AddOpenApi("v1", options =>
        {
            options.AddDocumentTransformer((document, _, _) =>
            {
                document.Info.Title = "Ganchao 赶超";
                document.Info.Description = "Labour competitions: entries, registers, competitions, projects, boards.";
                return Task.CompletedTask;
            });
            options.AddSchemaTransformer((schema, context, _) =>
            {
                DescribeText(schema, Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type);
                return Task.CompletedTask;
            });
        });

    /// <summary>The answers that every writing endpoint can give.</summary>
    public static RouteHandlerBuilder Answers<TAnswer>(this RouteHandlerBuilder endpoint)
    {
        int[] refusals =
        [
            StatusCodes.Status400BadRequest, StatusCodes.Status401Unauthorized, StatusCodes.Status403Forbidden,
            StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status412PreconditionFailed,
            StatusCodes.Status413PayloadTooLarge, StatusCodes.Status422UnprocessableEntity,
            StatusCodes.Status503ServiceUnavailable,
        ];
        foreach (var status in refusals)
        {
            endpoint.Produces<ProblemDetails>(status, "application/problem+json");
        }

        return endpoint.Produces<TAnswer>();
    }

    private static void DescribeText(OpenApiSchema schema, Type type)
    {
        if (type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IId<>)))
        {
            schema.Type = JsonSchemaType.String;
            schema.MaxLength = IdText.MaxLength;
            schema.Properties?.Clear();
        }
        else if (type == typeof(decimal))
        {
            schema.Type = JsonSchemaType.String | JsonSchemaType.Number;
            schema.Format = "decimal";
        }
        else if (type == typeof(SubjectId))
        {
            schema.Type = JsonSchemaType.String;
            schema.Description = "kind/key, such as team/t07";
            schema.Properties?.Clear();
        }
    }
}
