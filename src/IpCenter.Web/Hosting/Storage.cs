using IpCenter.Casework.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Options;

namespace IpCenter.Web.Hosting;

internal static class Storage
{
    public static void AddStorage(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddOptions<StorageOptions>()
            .Bind(builder.Configuration.GetSection("Storage"))
            .PostConfigure(options => options.Root = string.IsNullOrWhiteSpace(options.Root) ? "" : Path.GetFullPath(options.Root))
            .ValidateDataAnnotations()
            .Validate(IsWritable, "Storage:Root must be a folder that the process may create and write to.")
            .ValidateOnStart();
        builder.Services.AddOptions<DemoOptions>().Bind(builder.Configuration.GetSection(DemoOptions.Section)).ValidateOnStart();

        // Keys lie with the data, so that sessions survive a restart and nodes that share the folder share them.
        builder.Services.AddDataProtection().SetApplicationName("IpCenter");
        builder.Services.AddOptions<KeyManagementOptions>().Configure<IOptions<StorageOptions>, ILoggerFactory>((keys, storage, logs) =>
            keys.XmlRepository = new FileSystemXmlRepository(Directory.CreateDirectory(Path.Combine(storage.Value.Root, "keys")), logs));
    }

    private static bool IsWritable(StorageOptions options)
    {
        try
        {
            var probe = Path.Combine(Directory.CreateDirectory(options.Root).FullName, Path.GetRandomFileName());
            File.WriteAllText(probe, "");
            File.Delete(probe);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return false;
        }
    }
}
