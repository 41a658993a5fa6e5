namespace IpCenter.Imaging.Libvips;

/// <summary>Owns one reference to a VipsImage: a recipe whose pixels are made when they are asked for.</summary>
internal sealed unsafe class VipsImage(nint handle) : IDisposable
{
    /// <summary>VipsInterpretation.</summary>
    private const int Cmyk = 15;

    /// <summary>Bytes per sample by VipsBandFormat: uchar, char, ushort, short, uint, int, float, complex, double, dpcomplex.</summary>
    private static readonly int[] SampleBytes = [1, 1, 2, 2, 4, 4, 4, 8, 8, 16];

    private nint _handle = handle;

    public nint Handle => _handle != 0 ? _handle : throw new ObjectDisposedException(nameof(VipsImage));

    public int Width => VipsNative.vips_image_get_width(Handle);

    public int Height => VipsNative.vips_image_get_height(Handle);

    public int Bands => VipsNative.vips_image_get_bands(Handle);

    public int Pages => VipsNative.vips_image_get_n_pages(Handle);

    /// <summary>EXIF's: 1 upright, 5 to 8 lie on their side.</summary>
    public int Orientation => VipsNative.vips_image_get_orientation(Handle);

    public double PixelsPerMillimetre => VipsNative.vips_image_get_xres(Handle);

    public bool HasAlpha => VipsNative.vips_image_hasalpha(Handle) != 0;

    public bool IsCmyk => VipsNative.vips_image_get_interpretation(Handle) == Cmyk;

    public bool IsEightBit => VipsNative.vips_image_get_format(Handle) == 0;

    public int BytesPerSample => VipsNative.vips_image_get_format(Handle) is >= 0 and var format && format < SampleBytes.Length ? SampleBytes[format] : 16;

    public bool Has(string field) => VipsNative.vips_image_get_typeof(Handle, field) != 0;

    /// <summary>The field's bytes, borrowed while the image lives; empty when there is none.</summary>
    public ReadOnlySpan<byte> Blob(string field)
    {
        nint data;
        nuint length;
        if (!Has(field) || VipsNative.vips_image_get_blob(Handle, field, &data, &length) != 0) return [];
        return new((void*)data, (int)length);
    }

    /// <summary>Makes all pixels now, so that a defect of the file shows here and nowhere later.</summary>
    public VipsImage ToMemory()
    {
        var copy = VipsNative.vips_image_copy_memory(Handle);
        return copy != 0 ? new(copy) : throw new VipsException(VipsLibrary.TakeError());
    }

    /// <summary>The samples, row by row.</summary>
    public byte[] Pixels()
    {
        nuint length;
        var memory = VipsNative.vips_image_write_to_memory(Handle, &length);
        if (memory == 0) throw new VipsException(VipsLibrary.TakeError());
        try
        {
            return new ReadOnlySpan<byte>((void*)memory, checked((int)length)).ToArray();
        }
        finally
        {
            VipsNative.g_free(memory);
        }
    }

    public void Dispose()
    {
        if (_handle == 0) return;
        VipsNative.g_object_unref(_handle);
        _handle = 0;
    }
}
