using System.Runtime.ExceptionServices;

namespace IpCenter.Search.Index;

/// <summary>Does one thing for several at once.</summary>
internal static class AtOnce
{
    /// <summary>
    /// What one of them throws is thrown as it is and not as one of many: whoever reads the index knows a damage by its type, and has it
    /// built again.
    /// </summary>
    public static void Do(int count, ParallelOptions options, Action<int> act)
    {
        try
        {
            Parallel.For(0, count, options, act);
        }
        catch (AggregateException e)
        {
            ExceptionDispatchInfo.Throw(e.Flatten().InnerExceptions[0]);
        }
    }
}
