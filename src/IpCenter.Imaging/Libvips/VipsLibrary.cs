using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace IpCenter.Imaging.Libvips;

/// <summary>Finds libvips, loads it, and closes what a hostile file must not reach. Once per process.</summary>
internal sealed unsafe class VipsLibrary
{
    /// <summary>The environment variable that names another libvips, as its licence (LGPL-3.0, 4 d 1) asks us to allow.</summary>
    public const string PathVariable = "IPCENTER_LIBVIPS";

    private static readonly string[] AllowedLoaders = ["Jpeg", "Png", "Webp", "Tiff", "Nsgif", "Heif"];

    private VipsLibrary(string path) => Path = path;

    /// <summary>What was loaded.</summary>
    public string Path { get; }

    /// <summary>For example 8.18.7.</summary>
    public static string Version => $"{VipsNative.vips_version(0)}.{VipsNative.vips_version(1)}.{VipsNative.vips_version(2)}";

    /// <summary>Loads the first library that is there and new enough; otherwise null, and what was tried.</summary>
    public static VipsLibrary? Load(string? named, out string tried)
    {
        var failures = new List<string>();
        foreach (var candidate in Candidates(named))
        {
            var isLoaded = NativeLibrary.TryLoad(candidate, out var handle);
            // Without the block list of 8.13 hostile files would reach every decoder that is installed.
            if (!isLoaded || !NativeLibrary.TryGetExport(handle, nameof(VipsNative.vips_block_untrusted_set), out _))
            {
                failures.Add(isLoaded ? $"{candidate}: no libvips, or older than 8.13" : candidate);
                continue;
            }

            tried = "";
            NativeLibrary.SetDllImportResolver(typeof(VipsNative).Assembly, (name, _, _) => name == VipsNative.Library ? handle : 0);
            Start();
            return new(candidate);
        }

        tried = string.Join(", ", failures);
        return null;
    }

    private static IEnumerable<string> Candidates(string? named)
    {
        if (named is not null) return [named];
        var beside = System.IO.Path.Combine(AppContext.BaseDirectory, "native");
        var packed = Directory.Exists(beside)
            ? Directory.EnumerateFiles(beside).Where(file => System.IO.Path.GetFileName(file) is var name
                && (name.StartsWith("libvips-cpp.", StringComparison.Ordinal) || name == "libvips-42.dll")).Order(StringComparer.Ordinal)
            : Enumerable.Empty<string>();
        return packed.Concat(SystemNames());
    }

    private static string[] SystemNames() =>
        OperatingSystem.IsMacOS() ? ["libvips.42.dylib", "/opt/homebrew/lib/libvips.42.dylib", "/usr/local/lib/libvips.42.dylib"]
        : OperatingSystem.IsWindows() ? ["libvips-42.dll"]
        : ["libvips.so.42"];

    private static void Start()
    {
        VipsNative.g_log_set_default_handler((nint)(delegate* unmanaged[Cdecl]<nint, int, nint, nint, void>)&Silence, 0);
        if (VipsNative.vips_init("ipcenter") != 0) throw new VipsException(TakeError());
        VipsNative.vips_cache_set_max(0);
        VipsNative.vips_concurrency_set(1);
        VipsNative.vips_block_untrusted_set(1);
        VipsNative.vips_operation_block_set("VipsForeignLoad", 1);
        foreach (var loader in AllowedLoaders) VipsNative.vips_operation_block_set("VipsForeignLoad" + loader, 0);
    }

    /// <summary>libvips' last words, and forgets them.</summary>
    public static string TakeError()
    {
        var error = Marshal.PtrToStringUTF8(VipsNative.vips_error_buffer()) ?? "";
        VipsNative.vips_error_clear();
        return error.Trim().ReplaceLineEndings("; ");
    }

    /// <summary>GLib writes warnings about hostile files to the error stream otherwise.</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Silence(nint domain, int level, nint message, nint data)
    {
    }
}
