namespace IpCenter.Web.Pages.Certificates;

internal static class CertificateScreens
{
    public static void AddCertificateScreens(this WebApplicationBuilder builder) => builder.Services.AddScoped<CertificateQuery>();
}
