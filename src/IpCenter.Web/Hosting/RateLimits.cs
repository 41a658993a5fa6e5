using System.Globalization;
using System.Threading.RateLimiting;
using IpCenter.Web.SignIn;

namespace IpCenter.Web.Hosting;

/// <summary>Names for <c>[EnableRateLimiting(...)]</c>. Only what is posted counts; reading counts where numbers and codes could be guessed.</summary>
public static class RateLimits
{
    /// <summary>Per address: guessing passwords is slow even over many user names.</summary>
    public const string SignIn = "sign-in";

    /// <summary>Per address and hour: opening accounts, and trying links of invitations. Phones of one operator share addresses.</summary>
    public const string Accounts = "accounts";

    /// <summary>Per person, else per address.</summary>
    public const string Uploads = "uploads";

    /// <summary>Per address, reading too: what opens by a number or a secret is not found by trying.</summary>
    public const string Verification = "verification";

    /// <summary>Per address, readings too: who tries out codes gets nowhere.</summary>
    public const string Guests = "guests";
}

internal static class RateLimitHosting
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    public static void AddRateLimits(this WebApplicationBuilder builder)
    {
        var limits = builder.Configuration.GetSection("RateLimits");
        var signIns = limits.GetValue("SignInsPerMinute", 10);
        var guests = limits.GetValue("GuestLooksPerMinute", 20);
        var accounts = limits.GetValue("AccountsPerHour", 30);
        var uploads = limits.GetValue("UploadsPerMinute", 60);
        var verifications = limits.GetValue("VerificationsPerMinute", 30);
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
            options.AddPolicy(RateLimits.Guests, http => Counted(Address(http), guests, Minute));
            options.AddPolicy(RateLimits.Accounts, http => Per(TimeSpan.FromHours(1), http, Address(http), accounts));
            options.AddPolicy(RateLimits.Uploads, http =>
                PerMinute(http, http.RequestServices.GetRequiredService<CurrentPerson>().Id?.ToString() ?? Address(http), uploads));
            options.AddPolicy(RateLimits.Verification, http => Counted(Address(http), verifications, Minute));
        });
    }

    private static RateLimitPartition<string> PerMinute(HttpContext http, string who, int permits) => Per(Minute, http, who, permits);

    private static RateLimitPartition<string> Per(TimeSpan window, HttpContext http, string who, int permits) =>
        HttpMethods.IsPost(http.Request.Method) || HttpMethods.IsPut(http.Request.Method)
            ? Counted(who, permits, window)
            : RateLimitPartition.GetNoLimiter("reading");

    private static RateLimitPartition<string> Counted(string who, int permits, TimeSpan window) => RateLimitPartition.GetSlidingWindowLimiter(who, _ => new()
    {
        PermitLimit = permits,
        Window = window,
        SegmentsPerWindow = 6,
    });

    private static string Address(HttpContext http) => http.Connection.RemoteIpAddress?.ToString() ?? "local";
}
