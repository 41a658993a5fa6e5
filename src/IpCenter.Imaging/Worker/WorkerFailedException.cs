namespace IpCenter.Imaging.Worker;

/// <summary>A worker did not come up, died, was too slow or answered nonsense.</summary>
internal sealed class WorkerFailedException(string message) : Exception(message)
{
    public bool IsTooSlow { get; init; }
}
