using IpCenter.Casework.Data;
using IpCenter.Testing;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace IpCenter.Web.Tests.Infrastructure;

/// <summary>
/// The whole application on a folder of its own: a real SQLite file, migrated; a clock that stands at
/// <see cref="Start"/> until a test moves it.
/// Use one per test class (<c>IClassFixture&lt;WebFactory&gt;</c>).
/// </summary>
public class WebFactory : WebApplicationFactory<Program>
{
    /// <summary>A Monday morning in China, with six ordinary working days ahead.</summary>
    public static DateTimeOffset Start { get; } = new(2026, 11, 23, 9, 0, 0, TimeSpan.FromHours(8));

    private readonly string _storage = Path.Combine(Path.GetTempPath(), "ipcenter-tests", Path.GetRandomFileName());

    public ManualClock Clock { get; } = new(Start);

    public string Storage => _storage;

    protected virtual string Environment => "Development";

    protected virtual bool Demo => true;

    /// <summary>Whether the demo centre has its history, which <see cref="PlayedDemo"/> holds.</summary>
    protected virtual bool History => false;

    /// <summary>Whether the storage stays when this is disposed of.</summary>
    protected virtual bool KeepsStorage => false;

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(Environment);
        builder.UseSetting("Storage:Root", _storage);
        builder.UseSetting("Demo:Enabled", Demo.ToString());
        builder.UseSetting("Demo:History", History.ToString());
        builder.UseSetting("Urls", "http://127.0.0.1:0");
        builder.UseSetting("Logging:LogLevel:Default", "Warning");
        builder.UseSetting("RateLimits:SignInsPerMinute", "1000");
        builder.UseSetting("RateLimits:AccountsPerHour", "1000");
        builder.UseSetting("RateLimits:GuestLooksPerMinute", "1000");
        builder.ConfigureTestServices(services => services
            .Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock))
            // Some two thousand sign-ins would spend minutes on hashing alone.
            .Configure<PasswordHasherOptions>(o => o.IterationCount = 1_000));
    }

    /// <summary>Runs against a database context of its own; saving is up to the caller.</summary>
    public async Task<T> WithDatabaseAsync<T>(Func<CaseworkDbContext, Task<T>> use)
    {
        await using var scope = Services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<CaseworkDbContext>());
    }

    public Task WithDatabaseAsync(Func<CaseworkDbContext, Task> use) => WithDatabaseAsync(async db =>
    {
        await use(db);
        return true;
    });

    /// <summary>A client that keeps cookies and shows redirects instead of following them.</summary>
    public HttpClient CreatePlainClient(string? language = null)
    {
        var client = CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        if (language is not null)
            client.DefaultRequestHeaders.Add("Accept-Language", language);
        return client;
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (!disposing || !Directory.Exists(_storage))
            return;
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        if (!KeepsStorage)
            Directory.Delete(_storage, recursive: true);
    }
}

/// <summary>As a centre runs it: production, no demo.</summary>
public sealed class ProductionFactory : WebFactory
{
    protected override string Environment => Environments.Production;

    protected override bool Demo => false;
}

/// <summary>The demo centre with all its cases, as the first start makes it.</summary>
public sealed class DemoFactory : WebFactory
{
    public DemoFactory() => PlayedDemo.CopyTo(Storage);

    protected override bool History => true;
}

/// <summary>The same application behind its own Kestrel, so that a browser can open it.</summary>
public class BrowserFactory : WebFactory
{
    private readonly Lazy<string> _address;

    public BrowserFactory()
    {
        UseKestrel(0);
        _address = new(() =>
        {
            StartServer();
            return Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        });
    }

    /// <summary>Where it listens; starts it.</summary>
    public string Address => _address.Value;
}

/// <summary>The demo centre with all its cases behind its own Kestrel.</summary>
public sealed class DemoBrowserFactory : BrowserFactory
{
    public DemoBrowserFactory() => PlayedDemo.CopyTo(Storage);

    protected override bool History => true;
}
