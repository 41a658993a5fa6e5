using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;

namespace IpCenter.Web.Hosting;

internal static class ErrorPages
{
    /// <summary>A person gets a page with words and a way on; a program gets problem details.</summary>
    public static void UseErrorPages(this WebApplication app)
    {
        if (app.Environment.IsDevelopment())
            app.UseDeveloperExceptionPage();
        else
            app.UseExceptionHandler(new ExceptionHandlerOptions
            {
                ExceptionHandlingPath = "/status/500",
                CreateScopeForErrors = true,
                StatusCodeSelector = e => e is BadHttpRequestException refused ? refused.StatusCode : StatusCodes.Status500InternalServerError,
            });
        app.UseWhen(IsForProgram, programs => programs.UseStatusCodePages());
        app.UseWhen(http => !IsForProgram(http), people => people.UseStatusCodePagesWithReExecute("/status/{0}", createScopeForStatusCodePages: true));
        app.Use((http, next) =>
        {
            // The words are read, whatever was sent: a form whose token was refused would be refused again.
            if (http.Features.Get<IStatusCodeReExecuteFeature>() is not null || http.Features.Get<IExceptionHandlerFeature>() is not null)
                http.Request.Method = HttpMethods.Get;
            return next(http);
        });
    }

    /// <summary>A refused token ends here: the page's endpoint would answer it without a word.</summary>
    public static void UseRefusedForms(this WebApplication app) => app.Use((http, next) =>
    {
        if (http.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: false } || HttpMethods.IsGet(http.Request.Method))
            return next(http);
        http.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
    });

    /// <summary>
    /// A page that sends its visitor elsewhere has no form any more, and what was posted to it is answered as a bad request by the
    /// framework. Whoever pressed twice, or in a second window, is shown the way that the page named all the same.
    /// </summary>
    public static void UseWaysOn(this WebApplication app) => app.Use(async (http, next) =>
    {
        if (HttpMethods.IsGet(http.Request.Method))
        {
            await next(http);
            return;
        }
        http.Response.OnStarting(Follow, http);
        await next(http);
        if (!http.Response.HasStarted)
            await Follow(http);

        static Task Follow(object state)
        {
            var answer = ((HttpContext)state).Response;
            if (answer.StatusCode == StatusCodes.Status400BadRequest && answer.Headers.Location.Count > 0)
                answer.StatusCode = StatusCodes.Status302Found;
            return Task.CompletedTask;
        }
    });

    private static bool IsForProgram(HttpContext http) =>
        http.Request.Path.StartsWithSegments("/api") || http.Request.Path.StartsWithSegments("/health");
}
