using Microsoft.AspNetCore.Http;

namespace Ganchao.Dashboard.Entry;

/// <summary>Post, redirect, get: the page that answers a post is never loaded by it.</summary>
internal static class SeeOtherRedirect
{
    public static void SeeOther(this HttpContext http, string address)
    {
        http.Response.StatusCode = StatusCodes.Status303SeeOther;
        http.Response.Headers.Location = address;
    }
}
