using IpCenter.Web.Hosting;
using IpCenter.Web.Images;
using IpCenter.Web.Pages.Admin;
using IpCenter.Web.Pages.Apply;
using IpCenter.Web.Pages.Cases;
using IpCenter.Web.Pages.Certificates;
using IpCenter.Web.Pages.Compare;
using IpCenter.Web.Pages.Designs;
using IpCenter.Web.Pages.Examine;
using IpCenter.Web.Pages.Imports;
using IpCenter.Web.Pages.Letters;
using IpCenter.Web.Pages.Processes;
using IpCenter.Web.Pages.Register;
using IpCenter.Web.Pages.Rights;
using IpCenter.Web.Pages.ServiceLevel;
using IpCenter.Web.SignIn;

if (Commands.TryRun(args, Console.Out, Console.Error) is { } status)
    return status;
if (await IndexCommands.TryRunAsync(args, Console.Out, Console.Error) is { } done)
    return done;
if (await ImportCommands.TryRunAsync(args, Console.Out, Console.Error) is { } imported)
    return imported;

// The content root is the folder of the binaries: appsettings.json lies there wherever the process is started from.
var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });

builder.CheckServiceGraph();
builder.AddStorage();
builder.AddCentre();
builder.AddBackground();
builder.AddLanguages();
builder.AddSignIn();
builder.AddPolicies();
builder.AddRateLimits();
builder.AddRequestLimits();
builder.AddHealth();
builder.AddScreens();
builder.AddApplicantScreens();
builder.AddExaminationScreens();
builder.AddRegisterScreens();
builder.AddDesignsScreens();
builder.AddCertificateScreens();
builder.AddCompareScreens();
builder.AddRightsScreens();
builder.AddAdminScreens();
builder.AddImportScreens();
builder.AddLetterScreens();
builder.AddProcessScreens();
builder.AddServiceLevelScreens();

var app = builder.Build();

await app.PrepareDatabaseAsync();
app.UseErrorPages();
app.UseSecurityHeaders();
app.UseRouting();
app.UseRequestLimits();
app.UseAuthentication();
app.UsePasswordChange();
app.UseRateLimiter();
app.UseLanguages();
app.UseAuthorization();
app.UseAntiforgery();
app.UseRefusedForms();
app.UseWaysOn();
app.MapHealth();
app.MapSignOut();
app.MapLanguageSwitch();
KeyboardPreference.Map(app);
app.MapImages();
app.MapDocuments();
app.MapExaminationActions();
app.MapRegister();
app.MapDesigns();
app.MapRights();
app.MapAdmin();
app.MapLetters();
app.MapImports();
app.MapServiceLevel();
app.MapScreens();

await app.RunAsync();
return 0;
