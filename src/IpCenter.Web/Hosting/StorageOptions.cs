using System.ComponentModel.DataAnnotations;

namespace IpCenter.Web.Hosting;

/// <summary>Where everything that the running system writes lies: database, originals, index, keys.</summary>
public sealed class StorageOptions
{
    public const string Section = "Storage";

    /// <summary>A folder; a relative one is meant from the working directory.</summary>
    [Required]
    public string Root { get; set; } = "storage";

    public string Path(params string[] parts) => System.IO.Path.GetFullPath(System.IO.Path.Combine([Root, .. parts]));
}
