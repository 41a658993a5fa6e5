using IpCenter.Casework.Processes;
using IpCenter.Testing;
using IpCenter.Web.Tests.Infrastructure;
using IpCenter.Workflow.Definitions;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace IpCenter.Web.Tests.Pages.Processes;

/// <summary>The application with a fourth version of the design application's process, in which the examiner's step has another id.</summary>
public sealed class TwoVersionsFactory : WebFactory
{
    public const string OldStep = "examine";
    public const string NewStep = "read-and-decide";

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureTestServices(services => services.Replace(ServiceDescriptor.Singleton(ReadCatalog())));
    }

    private static WorkflowCatalog ReadCatalog()
    {
        var files = Directory.GetFiles(Repository.PathTo("workflows"), "*.json").ToDictionary(file => Path.GetFileName(file), File.ReadAllText);
        files["design-application-4.json"] = files["design-application-3.json"]
            .Replace("\"design-application-v3\"", "\"design-application-v4\"", StringComparison.Ordinal)
            .Replace("\"version\": 3,\n  \"toolVersion\"", "\"version\": 4,\n  \"toolVersion\"", StringComparison.Ordinal)
            .Replace("\"isLatest\": true", "\"isLatest\": false", StringComparison.Ordinal)
            .Replace("\"isPublished\": true", "\"isPublished\": false", StringComparison.Ordinal)
            .Replace($"\"{OldStep}\"", $"\"{NewStep}\"", StringComparison.Ordinal)
            .Replace($":{OldStep}\"", $":{NewStep}\"", StringComparison.Ordinal);
        var reading = WorkflowCatalog.Read(files, new CatalogRules(SystemTasks.Names));
        return reading.Catalog ?? throw new InvalidOperationException(string.Join("; ", reading.Problems));
    }
}
