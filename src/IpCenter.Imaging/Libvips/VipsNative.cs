using System.Runtime.InteropServices;

namespace IpCenter.Imaging.Libvips;

/// <summary>
/// The part of libvips' C API that is used, with the ownership of every pointer. Only non-variadic functions: operations are
/// built by name through GObject, as libvips' own language bindings do (https://www.libvips.org/API/current/binding.html).
/// GObject's functions are found through the same handle: packed into the one file by npm, or a dependency of the system's.
/// </summary>
internal static unsafe partial class VipsNative
{
    /// <summary>Resolved by <see cref="VipsLibrary"/>.</summary>
    public const string Library = "libvips";

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int vips_init(string argv0);

    [LibraryImport(Library)]
    public static partial int vips_version(int part);

    [LibraryImport(Library)]
    public static partial void vips_block_untrusted_set(int state);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial void vips_operation_block_set(string name, int state);

    [LibraryImport(Library)]
    public static partial void vips_concurrency_set(int threads);

    [LibraryImport(Library)]
    public static partial void vips_cache_set_max(int operations);

    /// <summary>Borrowed.</summary>
    [LibraryImport(Library)]
    public static partial nint vips_error_buffer();

    [LibraryImport(Library)]
    public static partial void vips_error_clear();

    /// <summary>Owned by the caller; 0 when there is no such operation.</summary>
    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint vips_operation_new(string name);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int vips_object_set_argument_from_string(nint target, string name, string value);

    /// <summary>May put another operation in place of the given one, which is then released; not 0 is an error.</summary>
    [LibraryImport(Library)]
    public static partial int vips_cache_operation_buildp(nint* operation);

    [LibraryImport(Library)]
    public static partial void vips_object_unref_outputs(nint operation);

    /// <summary>Owned by the caller; neither copies nor frees the data.</summary>
    [LibraryImport(Library)]
    public static partial nint vips_blob_new(nint free, void* data, nuint length);

    /// <summary>Borrowed.</summary>
    [LibraryImport(Library)]
    public static partial nint vips_blob_get(nint blob, nuint* length);

    [LibraryImport(Library)]
    public static partial void vips_area_unref(nint area);

    [LibraryImport(Library)]
    public static partial nuint vips_blob_get_type();

    [LibraryImport(Library)]
    public static partial nuint vips_image_get_type();

    [LibraryImport(Library)]
    public static partial int vips_image_get_width(nint image);

    [LibraryImport(Library)]
    public static partial int vips_image_get_height(nint image);

    [LibraryImport(Library)]
    public static partial int vips_image_get_bands(nint image);

    [LibraryImport(Library)]
    public static partial int vips_image_get_format(nint image);

    [LibraryImport(Library)]
    public static partial int vips_image_get_interpretation(nint image);

    [LibraryImport(Library)]
    public static partial double vips_image_get_xres(nint image);

    [LibraryImport(Library)]
    public static partial int vips_image_get_n_pages(nint image);

    [LibraryImport(Library)]
    public static partial int vips_image_get_orientation(nint image);

    [LibraryImport(Library)]
    public static partial int vips_image_hasalpha(nint image);

    /// <summary>0 when the image has no such field.</summary>
    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial nuint vips_image_get_typeof(nint image, string field);

    /// <summary>The data are borrowed; not 0 is an error.</summary>
    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int vips_image_get_blob(nint image, string field, nint* data, nuint* length);

    /// <summary>Owned by the caller; 0 when the pixels could not be made.</summary>
    [LibraryImport(Library)]
    public static partial nint vips_image_copy_memory(nint image);

    /// <summary>To be released by <see cref="g_free"/>; 0 when the pixels could not be made.</summary>
    [LibraryImport(Library)]
    public static partial nint vips_image_write_to_memory(nint image, nuint* length);

    [LibraryImport(Library)]
    public static partial void g_object_unref(nint target);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial void g_object_set_property(nint target, string name, GValue* value);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial void g_object_get_property(nint target, string name, GValue* value);

    [LibraryImport(Library)]
    public static partial GValue* g_value_init(GValue* value, nuint type);

    [LibraryImport(Library)]
    public static partial void g_value_unset(GValue* value);

    /// <summary>The value takes a reference of its own.</summary>
    [LibraryImport(Library)]
    public static partial void g_value_set_object(GValue* value, nint target);

    /// <summary>Borrowed.</summary>
    [LibraryImport(Library)]
    public static partial nint g_value_get_object(GValue* value);

    /// <summary>The value takes a reference of its own.</summary>
    [LibraryImport(Library)]
    public static partial void g_value_set_boxed(GValue* value, nint boxed);

    /// <summary>Borrowed.</summary>
    [LibraryImport(Library)]
    public static partial nint g_value_get_boxed(GValue* value);

    [LibraryImport(Library)]
    public static partial void g_free(nint memory);

    [LibraryImport(Library)]
    public static partial nint g_log_set_default_handler(nint handler, nint data);

    /// <summary>GObject's GValue: 24 bytes on every 64-bit machine. Zeroed before <see cref="g_value_init"/>.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct GValue
    {
        public nuint Type;
        public ulong Data0, Data1;
    }
}
