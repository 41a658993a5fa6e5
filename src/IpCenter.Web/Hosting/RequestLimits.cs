using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;

namespace IpCenter.Web.Hosting;

/// <summary>How much a request may send. A page that takes files says <c>[RequestSizeLimit(RequestLimits.Upload)]</c>.</summary>
public static class RequestLimits
{
    /// <summary>A form without files.</summary>
    public const long Form = 1024 * 1024;

    /// <summary>
    /// Characters of an address. A search travels in it, and words in Chinese take nine for each: those of the longest query that is
    /// read, and its filters, have room.
    /// </summary>
    public const int Address = 24 * 1024;

    /// <summary>A form with files, all together.</summary>
    public const long Upload = 30 * 1024 * 1024;

    /// <summary>A form with the pictures of a whole design, as a phone without scripts sends them; each file for itself keeps to <see cref="Upload"/>.</summary>
    public const long Uploads = 160 * 1024 * 1024;
}

internal static class RequestLimitHosting
{
    public static void AddRequestLimits(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = RequestLimits.Form;
            // The address of where to go back to stands in an address, too, and is coded twice.
            kestrel.Limits.MaxRequestLineSize = 2 * RequestLimits.Address;
        });
        builder.Services.Configure<FormOptions>(form => form.MultipartBodyLengthLimit = RequestLimits.Upload);
    }

    /// <summary>Says so before the body is read, where a form that breaks off would look like an expired one.</summary>
    public static void UseRequestLimits(this WebApplication app) => app.Use((http, next) =>
    {
        var limit = http.GetEndpoint()?.Metadata.GetMetadata<IRequestSizeLimitMetadata>()?.MaxRequestBodySize ?? RequestLimits.Form;
        if (http.Request.ContentLength is null || http.Request.ContentLength <= limit || HttpMethods.IsGet(http.Request.Method))
            return next(http);
        http.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
        return Task.CompletedTask;
    });
}
