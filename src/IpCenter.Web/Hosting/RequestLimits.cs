using Microsoft.AspNetCore.Http.Features;

namespace IpCenter.Web.Hosting;

/// <summary>How much a request may send. A page that takes files says <c>[RequestSizeLimit(RequestLimits.Upload)]</c>.</summary>
public static class RequestLimits
{
    /// <summary>A form without files.</summary>
    public const long Form = 1024 * 1024;

    /// <summary>A form with files, all together.</summary>
    public const long Upload = 30 * 1024 * 1024;
}

internal static class RequestLimitHosting
{
    public static void AddRequestLimits(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = RequestLimits.Form;
        });
        builder.Services.Configure<FormOptions>(form => form.MultipartBodyLengthLimit = RequestLimits.Upload);
    }
}
