using Ganchao.Silo.Live;

namespace Ganchao.Silo.Api;

/// <summary>Lets a request take its turn in the queue of heavy readings.</summary>
internal sealed class HeavyFilter(HeavyQueue queue) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await queue.RunAsync(() => next(context), context.HttpContext.RequestAborted);
        }
        catch (QueueFullException full)
        {
            return Problems.Of(StatusCodes.Status503ServiceUnavailable, "too-busy", "request", full.Message);
        }
    }
}
