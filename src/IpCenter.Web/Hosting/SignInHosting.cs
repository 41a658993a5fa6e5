using IpCenter.Casework.Data;
using IpCenter.Casework.People;
using IpCenter.Web.Languages;
using IpCenter.Web.SignIn;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace IpCenter.Web.Hosting;

internal static class SignInHosting
{
    public const string SignInPath = "/sign-in";

    public static void AddSignIn(this WebApplicationBuilder builder)
    {
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddScoped<CurrentPerson>();
        builder.Services.AddScoped<KeyboardPreference>();
        builder.Services
            .AddIdentityCore<Person>(options =>
            {
                // Length, not riddles (NIST SP 800-63B 5.1.1.2): a family with a phone types this.
                options.Password.RequiredLength = 10;
                options.Password.RequireNonAlphanumeric = options.Password.RequireUppercase = options.Password.RequireLowercase = options.Password.RequireDigit = false;
                options.Lockout.MaxFailedAccessAttempts = 5;
                options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
                options.User.RequireUniqueEmail = false;
            })
            .AddRoles<IdentityRole<Guid>>()
            .AddEntityFrameworkStores<CaseworkDbContext>()
            .AddSignInManager<CentreSignInManager>()
            .AddClaimsPrincipalFactory<PersonClaimsFactory>()
            .AddDefaultTokenProviders();
        builder.Services.Configure<SecurityStampValidatorOptions>(options => options.ValidationInterval = TimeSpan.FromMinutes(1));
        builder.Services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies(cookies =>
            cookies.ApplicationCookie!.Configure(options =>
            {
                options.Cookie.Name = "ipcenter";
                options.Cookie.HttpOnly = true;
                options.Cookie.SameSite = SameSiteMode.Lax;
                options.SlidingExpiration = true;
                options.ExpireTimeSpan = TimeSpan.FromHours(10);
                options.LoginPath = SignInPath;
                options.AccessDeniedPath = "/access-denied";
                options.ReturnUrlParameter = "back";
            }));
    }

    /// <summary>Signing out changes state: by POST with an antiforgery token only.</summary>
    public static void MapSignOut(this WebApplication app) =>
        app.MapPost("/sign-out", async ([FromForm] string? back, CentreSignInManager signIn) =>
        {
            await signIn.SignOutAsync();
            return Results.LocalRedirect(LocalAddress.Or(back, "/"));
        }).AllowAnonymous();
}
