using IpCenter.Casework.Audit;
using IpCenter.Casework.Data;
using IpCenter.Casework.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace IpCenter.Web.Hosting;

internal static class Database
{
    public static void AddDatabase(this WebApplicationBuilder builder)
    {
        builder.Services.AddDbContext<SqliteCaseworkDbContext>((services, options) =>
            SqliteCaseworkDbContext.Configure(options, services.GetRequiredService<IOptions<StorageOptions>>().Value.Path("ipcenter.db")));
        builder.Services.AddScoped<CaseworkDbContext>(services => services.GetRequiredService<SqliteCaseworkDbContext>());
        builder.Services.AddScoped<AuditTrail>();
        builder.Services.AddScoped<ViewerAccess>();
    }

    public static async Task MigrateDatabaseAsync(this WebApplication app)
    {
        Directory.CreateDirectory(app.Services.GetRequiredService<IOptions<StorageOptions>>().Value.Path());
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<CaseworkDbContext>().Database.MigrateAsync();
    }
}
