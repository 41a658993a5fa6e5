using IpCenter.Casework.Storage;

namespace IpCenter.Casework.Demo;

/// <summary>Says on disk that the demo history is being played; left behind by a kill.</summary>
internal sealed class DemoMark(StorageOptions storage)
{
    private readonly string _path = Path.Combine(storage.Root, "demo-history.unfinished");

    public bool IsSet => File.Exists(_path);

    public void Set() => File.WriteAllText(_path, "");

    public void Clear() => File.Delete(_path);
}
