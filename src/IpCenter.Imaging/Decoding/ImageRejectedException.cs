namespace IpCenter.Imaging.Decoding;

/// <summary>Ends the decoding of one image inside the worker; becomes the worker's answer.</summary>
internal sealed class ImageRejectedException(ImageRejection rejection) : Exception(rejection.Detail)
{
    public ImageRejection Rejection { get; } = rejection;
}
