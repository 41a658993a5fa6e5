namespace IpCenter.Imaging.Measuring;

/// <summary>What each pixel belongs to.</summary>
internal enum PixelLabel : byte
{
    Product,
    Background,
    Shadow,
}

/// <summary>
/// Tells a product from a plain background: what can be reached from the edges over background colours is background, so that
/// a white blouse on white keeps its inside. From there soft steps into darker tones of the same colour are its shadow.
/// </summary>
internal sealed class Segmentation
{
    /// <summary>A shadow's edge is soft; a product's is not.</summary>
    private const int SoftStep = 6;

    private readonly Raster _raster;
    private readonly byte[] _luma;
    private readonly BackgroundModel _background;

    private Segmentation(Raster raster, byte[] luma, BackgroundModel background)
    {
        (_raster, _luma, _background) = (raster, luma, background);
        Labels = new PixelLabel[luma.Length];
    }

    /// <summary>Row-major, one per pixel.</summary>
    public PixelLabel[] Labels { get; }

    public static Segmentation Of(Raster raster, byte[] luma, BackgroundModel background)
    {
        var segmentation = new Segmentation(raster, luma, background);
        segmentation.Flood();
        Specks.Remove(segmentation.Labels, raster.Width, raster.Height);
        return segmentation;
    }

    private void Flood()
    {
        var (width, height) = (_raster.Width, _raster.Height);
        var open = new Stack<int>();
        for (var x = 0; x < width; x++)
        {
            Seed(x);
            Seed((height - 1) * width + x);
        }

        for (var y = 0; y < height; y++)
        {
            Seed(y * width);
            Seed(y * width + width - 1);
        }

        while (open.TryPop(out var at))
        {
            var x = at % width;
            if (x > 0) Visit(at, at - 1);
            if (x < width - 1) Visit(at, at + 1);
            if (at >= width) Visit(at, at - width);
            if (at < Labels.Length - width) Visit(at, at + width);
        }

        void Seed(int at)
        {
            if (Labels[at] != PixelLabel.Product || !_background.IsLike(_raster.Rgb, 3 * at)) return;
            Labels[at] = PixelLabel.Background;
            open.Push(at);
        }

        void Visit(int from, int at)
        {
            if (Labels[at] != PixelLabel.Product) return;
            if (_background.IsLike(_raster.Rgb, 3 * at)) Labels[at] = PixelLabel.Background;
            else if (Math.Abs(_luma[from] - _luma[at]) <= SoftStep && _background.IsShaded(_raster.Rgb, 3 * at, _luma[at])) Labels[at] = PixelLabel.Shadow;
            else return;
            open.Push(at);
        }
    }
}
