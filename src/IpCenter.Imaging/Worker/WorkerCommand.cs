using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using IpCenter.Imaging.Libvips;

namespace IpCenter.Imaging.Worker;

/// <summary>How the worker is started: with no window, no shell, and an environment that holds only what it needs.</summary>
internal sealed record WorkerCommand(string FileName, IReadOnlyList<string> Arguments, IReadOnlyDictionary<string, string> Environment)
{
    /// <summary>Null when neither this assembly's file nor the program <c>dotnet</c> is found.</summary>
    public static WorkerCommand? For(ImageReaderOptions options)
    {
        var assembly = Path.Combine(AppContext.BaseDirectory, "IpCenter.Imaging.dll");
        if (!File.Exists(assembly)) return null;

        string[] arguments = [WorkerLoop.Argument, options.WorkerMemoryBytes.ToString(CultureInfo.InvariantCulture)];
        var dotnet = FindDotnet();
        if (dotnet is not null) return new(dotnet, [assembly, .. arguments], EnvironmentFor(options, Path.GetDirectoryName(dotnet)));
        // Published self-contained: the program beside the assembly needs no dotnet.
        var program = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "IpCenter.Imaging.exe" : "IpCenter.Imaging");
        return File.Exists(program) ? new(program, arguments, EnvironmentFor(options, null)) : null;
    }

    public ProcessStartInfo ToStartInfo()
    {
        var start = new ProcessStartInfo(FileName, Arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        start.Environment.Clear();
        foreach (var (name, value) in Environment) start.Environment[name] = value;
        return start;
    }

    private static Dictionary<string, string> EnvironmentFor(ImageReaderOptions options, string? dotnetRoot)
    {
        var environment = new Dictionary<string, string>
        {
            ["DOTNET_EnableDiagnostics"] = "0",
            ["DOTNET_GCHeapHardLimit"] = "0x10000000",
            ["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1",
            // glibc keeps memory back for every thread otherwise; one thread decodes here.
            ["MALLOC_ARENA_MAX"] = "2",
        };
        if (dotnetRoot is not null) environment["DOTNET_ROOT"] = dotnetRoot;
        Pass(VipsLibrary.PathVariable, options.LibraryPath ?? System.Environment.GetEnvironmentVariable(VipsLibrary.PathVariable));
        // Windows starts no process without it.
        Pass("SystemRoot", System.Environment.GetEnvironmentVariable("SystemRoot"));
        return environment;

        void Pass(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value)) environment[name] = value;
        }
    }

    /// <summary>The dotnet that runs this very process comes first: its runtime is known to be there.</summary>
    private static string? FindDotnet()
    {
        var program = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
        // …/shared/Microsoft.NETCore.App/10.0.0/ lies three folders below the program.
        var root = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        string?[] candidates =
        [
            Path.GetFileName(System.Environment.ProcessPath) == program ? System.Environment.ProcessPath : null,
            Path.Combine(root, program),
            System.Environment.GetEnvironmentVariable("DOTNET_HOST_PATH"),
            System.Environment.GetEnvironmentVariable("DOTNET_ROOT") is { Length: > 0 } named ? Path.Combine(named, program) : null,
            "/usr/share/dotnet/dotnet",
            "/usr/lib/dotnet/dotnet",
            "/usr/local/share/dotnet/dotnet",
        ];
        return Array.Find(candidates, File.Exists);
    }
}
