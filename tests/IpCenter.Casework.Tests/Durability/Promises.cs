using System.Globalization;
using IpCenter.Workflow.Engine;

namespace IpCenter.Casework.Tests.Durability;

/// <summary>Everything that the processes acknowledged before they died.</summary>
internal sealed class Promises
{
    public HashSet<Guid> Instances { get; } = [];

    public Dictionary<(Guid InstanceId, int Sequence), (JournalEvent Event, string ActivityId)> Lines { get; } = [];

    public HashSet<string> Effects { get; } = [];

    public HashSet<string> Events { get; } = [];

    /// <summary>Takes what a process said. The same step acknowledged twice fails the test here.</summary>
    public void Take(string said)
    {
        var words = said.Split(' ');
        switch (words[0])
        {
            case "started":
                Assert.True(Instances.Add(Guid.Parse(words[1])), said);
                break;
            case "line":
                var place = (Guid.Parse(words[1]), int.Parse(words[2], CultureInfo.InvariantCulture));
                Assert.True(Lines.TryAdd(place, (Enum.Parse<JournalEvent>(words[3]), words[4] == "-" ? "" : words[4])), said);
                break;
            case "effect":
                Assert.True(Effects.Add(words[1]), said);
                break;
            case "event":
                Assert.True(Events.Add(words[1]), said);
                break;
        }
    }

    /// <summary>Whether a line of the process is a promise at all.</summary>
    public static bool IsOne(string said) => said.Split(' ')[0] is "started" or "line" or "effect" or "event";
}
