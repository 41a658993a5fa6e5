namespace IpCenter.Casework.Staffing;

/// <summary>A queue whose tasks may be given out by the system.</summary>
/// <param name="Queue">Its name.</param>
/// <param name="ByClass">Only to those who examine the class of the product.</param>
public sealed record DistributedQueue(string Queue, bool ByClass);
