namespace IpCenter.Workflow.Life;

/// <summary>How instances of one version are to go on in another.</summary>
/// <param name="DefinitionId">The definition.</param>
/// <param name="FromVersion">The version that they follow now.</param>
/// <param name="ToVersion">The version that they are to follow.</param>
/// <param name="Activities">Activity ids of the old version and what they are called in the new; one that is missing keeps its id.</param>
public sealed record MigrationPlan(string DefinitionId, int FromVersion, int ToVersion, IReadOnlyDictionary<string, string> Activities)
{
    /// <summary>The activity's id in the new version.</summary>
    public string TargetOf(string activityId) => Activities.GetValueOrDefault(activityId, activityId);
}
