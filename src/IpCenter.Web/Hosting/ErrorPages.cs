namespace IpCenter.Web.Hosting;

internal static class ErrorPages
{
    /// <summary>A person gets a page with words and a way on; a program gets problem details.</summary>
    public static void UseErrorPages(this WebApplication app)
    {
        if (app.Environment.IsDevelopment())
            app.UseDeveloperExceptionPage();
        else
            app.UseExceptionHandler("/status/500", createScopeForErrors: true);
        app.UseWhen(IsForProgram, programs => programs.UseStatusCodePages());
        app.UseWhen(http => !IsForProgram(http), people => people.UseStatusCodePagesWithReExecute("/status/{0}", createScopeForStatusCodePages: true));
    }

    private static bool IsForProgram(HttpContext http) =>
        http.Request.Path.StartsWithSegments("/api") || http.Request.Path.StartsWithSegments("/health");
}
