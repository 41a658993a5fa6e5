using System.Globalization;
using static IpCenter.Imaging.Libvips.VipsNative;

namespace IpCenter.Imaging.Libvips;

/// <summary>One libvips operation: named, given its arguments, run once.</summary>
internal sealed unsafe class VipsOperation : IDisposable
{
    private nint _handle;

    /// <summary>Throws <see cref="VipsException"/> when this libvips has no such operation.</summary>
    public VipsOperation(string name)
    {
        _handle = vips_operation_new(name);
        if (_handle == 0) throw new VipsException(VipsLibrary.TakeError());
    }

    public static bool Exists(string name)
    {
        var handle = vips_operation_new(name);
        if (handle == 0)
        {
            vips_error_clear();
            return false;
        }

        g_object_unref(handle);
        return true;
    }

    /// <summary>Any simple argument in libvips' own notation: numbers, booleans, names of enumeration members.</summary>
    public VipsOperation Set(string name, string value) =>
        vips_object_set_argument_from_string(_handle, name, value) == 0
            ? this
            : throw new InvalidOperationException($"{name}={value}: {VipsLibrary.TakeError()}");

    public VipsOperation Set(string name, int value) => Set(name, value.ToString(CultureInfo.InvariantCulture));

    public VipsOperation Set(string name, VipsImage image)
    {
        GValue value = default;
        g_value_init(&value, vips_image_get_type());
        g_value_set_object(&value, image.Handle);
        g_object_set_property(_handle, name, &value);
        g_value_unset(&value);
        return this;
    }

    /// <summary>The data must stay where they are until every image made from them is gone or in memory.</summary>
    public VipsOperation Set(string name, byte* data, int length)
    {
        var blob = vips_blob_new(0, data, (nuint)length);
        GValue value = default;
        g_value_init(&value, vips_blob_get_type());
        g_value_set_boxed(&value, blob);
        g_object_set_property(_handle, name, &value);
        g_value_unset(&value);
        vips_area_unref(blob);
        return this;
    }

    /// <summary>Runs and gives the image.</summary>
    public VipsImage Image()
    {
        Run();
        GValue value = default;
        g_value_init(&value, vips_image_get_type());
        g_object_get_property(_handle, "out", &value);
        // Not unset: the reference that the value holds becomes the image's.
        return new(g_value_get_object(&value));
    }

    /// <summary>Runs and gives the encoded bytes.</summary>
    public byte[] Buffer()
    {
        Run();
        GValue value = default;
        g_value_init(&value, vips_blob_get_type());
        g_object_get_property(_handle, "buffer", &value);
        nuint length;
        var data = vips_blob_get(g_value_get_boxed(&value), &length);
        var bytes = new ReadOnlySpan<byte>((void*)data, checked((int)length)).ToArray();
        g_value_unset(&value);
        return bytes;
    }

    public void Dispose()
    {
        if (_handle == 0) return;
        vips_object_unref_outputs(_handle);
        g_object_unref(_handle);
        _handle = 0;
    }

    private void Run()
    {
        var handle = _handle;
        var failed = vips_cache_operation_buildp(&handle) != 0;
        _handle = handle;
        if (failed) throw new VipsException(VipsLibrary.TakeError());
    }
}
