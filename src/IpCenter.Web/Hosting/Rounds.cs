namespace IpCenter.Web.Hosting;

/// <summary>One job of a host's round, whose failure is told and ends with it.</summary>
public static class Rounds
{
    /// <returns>Whether it was done.</returns>
    public static async Task<bool> TryAsync(Func<Task> job, Action<Exception> failed)
    {
        try
        {
            await job();
            return true;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            failed(e);
            return false;
        }
    }
}
