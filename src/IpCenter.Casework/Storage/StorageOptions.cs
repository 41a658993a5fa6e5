using System.ComponentModel.DataAnnotations;

namespace IpCenter.Casework.Storage;

/// <summary>Where the run-time files lie: the database, the originals, the copies, the index.</summary>
public sealed class StorageOptions
{
    /// <summary>A folder that the application may write; everything in it but originals and database can be rebuilt.</summary>
    [Required]
    public string Root { get; set; } = "storage";

    public string DatabaseFile => Path.Combine(Root, "ipcenter.db");

    public string OriginalsFolder => Path.Combine(Root, "originals");

    public string CopiesFolder => Path.Combine(Root, "copies");

    public string IndexFolder => Path.Combine(Root, "index");
}
