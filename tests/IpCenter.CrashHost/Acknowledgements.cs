using IpCenter.Workflow.Runtime;

namespace IpCenter.CrashHost;

/// <summary>
/// What the process tells its parent, a line at a time and only after it is saved. A line counts when its last word has come:
/// the kill may cut one in two.
/// </summary>
internal sealed class Acknowledgements(TextWriter output)
{
    /// <summary>The last word of every line.</summary>
    public const string End = ".";

    /// <summary>The process has read its definitions and opened the database.</summary>
    public void Ready() => Say("ready");

    /// <summary>Nothing waits any more.</summary>
    public void Drained() => Say("drained");

    /// <summary>An instance was stored.</summary>
    public void Started(Guid instanceId) => Say($"started {instanceId:D}");

    /// <summary>A line of history was stored.</summary>
    public void Written(WorkflowJournalEntry entry) =>
        Say($"line {entry.InstanceId:D} {entry.Sequence} {entry.Event} {(entry.ActivityId.Length == 0 ? "-" : entry.ActivityId)}");

    /// <summary>A task's effect was stored.</summary>
    public void Done(string subject) => Say($"effect {subject}");

    /// <summary>An event was delivered, or kept for later.</summary>
    public void Published(string key) => Say($"event {key}");

    /// <summary>A handler has begun and not saved: no promise, but a good moment to die.</summary>
    public void Working(Guid key) => Say($"working {key:D}");

    private void Say(string line)
    {
        lock (output)
        {
            output.WriteLine($"{line} {End}");
            output.Flush();
        }
    }
}
