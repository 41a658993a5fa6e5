using IpCenter.Workflow.Definitions;
using IpCenter.Workflow.Engine;

namespace IpCenter.Workflow.Runtime;

/// <summary>A definition as a drawing, with what one instance did and waits for. Coordinates are the designer's: x right, y down.</summary>
/// <param name="Identity">Which definition.</param>
/// <param name="Activities">The boxes.</param>
/// <param name="Connections">The arrows.</param>
public sealed record WorkflowMap(DefinitionIdentity Identity, IReadOnlyList<MapActivity> Activities, IReadOnlyList<MapConnection> Connections)
{
    /// <summary>The definition alone.</summary>
    public static WorkflowMap Of(WorkflowDefinition definition) => Of(definition, [], []);

    /// <summary>The definition with an instance's waits and history.</summary>
    /// <param name="definition">The version that the instance follows.</param>
    /// <param name="waits">All waits of the instance.</param>
    /// <param name="journal">All journal entries of the instance, in any order.</param>
    public static WorkflowMap Of(
        WorkflowDefinition definition, IReadOnlyCollection<WorkflowWait> waits, IReadOnlyCollection<WorkflowJournalEntry> journal)
    {
        var completed = journal.Where(entry => entry.Event == JournalEvent.Completed).ToLookup(entry => entry.ActivityId);
        var waiting = waits.ToLookup(wait => wait.ActivityId);
        return new WorkflowMap(
            definition.Identity,
            [.. definition.Activities.Select(activity => new MapActivity(
                activity.Id, activity.Type, activity.Design, completed[activity.Id].Count(), [.. waiting[activity.Id]]))],
            [.. definition.Connections.Select(connection => new MapConnection(
                connection, completed[connection.Source].Count(entry => entry.Outcome?.Split(", ").Contains(connection.Port) == true)))]);
    }
}

/// <summary>A box of the drawing.</summary>
/// <param name="Id">The activity's id.</param>
/// <param name="Type">Elsa's type name.</param>
/// <param name="Design">Place, size and texts.</param>
/// <param name="TimesCompleted">How often the instance completed it.</param>
/// <param name="Waits">What the instance waits for here; empty when it does not.</param>
public sealed record MapActivity(string Id, string Type, ActivityDesign Design, int TimesCompleted, IReadOnlyList<WorkflowWait> Waits);

/// <summary>An arrow of the drawing.</summary>
/// <param name="Connection">Its ends and bends.</param>
/// <param name="TimesFollowed">How often the instance followed it.</param>
public sealed record MapConnection(Connection Connection, int TimesFollowed);
