using System.Globalization;
using System.Threading.RateLimiting;
using IpCenter.Web.SignIn;

namespace IpCenter.Web.Hosting;

/// <summary>Names for <c>[EnableRateLimiting(...)]</c>. Only what is posted counts; reading a page never does.</summary>
public static class RateLimits
{
    /// <summary>Per address: guessing passwords is slow even over many user names.</summary>
    public const string SignIn = "sign-in";

    /// <summary>Per person, else per address.</summary>
    public const string Uploads = "uploads";
}

internal static class RateLimitHosting
{
    public static void AddRateLimits(this WebApplicationBuilder builder)
    {
        var limits = builder.Configuration.GetSection("RateLimits");
        var signIns = limits.GetValue("SignInsPerMinute", 10);
        var uploads = limits.GetValue("UploadsPerMinute", 60);
        builder.Services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.OnRejected = (context, _) =>
            {
                if (context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait))
                    context.HttpContext.Response.Headers.RetryAfter = ((int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
                return ValueTask.CompletedTask;
            };
            options.AddPolicy(RateLimits.SignIn, http => PerMinute(http, Address(http), signIns));
            options.AddPolicy(RateLimits.Uploads, http =>
                PerMinute(http, http.RequestServices.GetRequiredService<CurrentPerson>().Id?.ToString() ?? Address(http), uploads));
        });
    }

    private static RateLimitPartition<string> PerMinute(HttpContext http, string who, int permits) =>
        HttpMethods.IsPost(http.Request.Method) || HttpMethods.IsPut(http.Request.Method)
            ? RateLimitPartition.GetSlidingWindowLimiter(who, _ => new()
            {
                PermitLimit = permits,
                Window = TimeSpan.FromMinutes(1),
                SegmentsPerWindow = 6,
            })
            : RateLimitPartition.GetNoLimiter("reading");

    private static string Address(HttpContext http) => http.Connection.RemoteIpAddress?.ToString() ?? "local";
}
