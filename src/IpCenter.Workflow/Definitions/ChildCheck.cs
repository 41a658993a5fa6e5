namespace IpCenter.Workflow.Definitions;

/// <summary>
/// Refuses children that cannot be started: a definition that nobody published, inputs that it does not declare, and
/// definitions that run each other within one step for ever.
/// </summary>
internal static class ChildCheck
{
    public static IEnumerable<DefinitionProblem> Run(IReadOnlyList<WorkflowDefinition> definitions)
    {
        var published = definitions.Where(d => d.IsPublished).DistinctBy(d => d.DefinitionId).ToDictionary(d => d.DefinitionId);
        foreach (var parent in definitions)
            for (var i = 0; i < parent.Activities.Count; i++)
                if (parent.Activities[i] is ChildWorkflowActivity child)
                    foreach (var (member, reason) in Problems(parent, child, published))
                        yield return new(parent.Identity.File, child.Id, $"$.root.activities[{i}].{member}", reason);
    }

    private static IEnumerable<(string Member, string Reason)> Problems(
        WorkflowDefinition parent, ChildWorkflowActivity child, Dictionary<string, WorkflowDefinition> published)
    {
        if (child.DefinitionId.Length == 0)
            yield break;
        if (!published.TryGetValue(child.DefinitionId, out var definition))
        {
            yield return ("workflowDefinitionId", $"no published definition has the id '{child.DefinitionId}'");
            yield break;
        }
        foreach (var name in StaticResults.MemberNames(child.Input))
            if (definition.Inputs.All(input => input.Name != name))
                yield return ("input", $"'{child.DefinitionId}' has no input '{name}'");
        if (child.IsInline && Runs(definition, parent.DefinitionId, published, []))
            yield return ("workflowDefinitionId", $"'{child.DefinitionId}' runs '{parent.DefinitionId}' again within the same step, for ever");
    }

    private static bool Runs(
        WorkflowDefinition definition, string wanted, Dictionary<string, WorkflowDefinition> published, HashSet<string> seen) =>
        definition.DefinitionId == wanted
        || (seen.Add(definition.DefinitionId) && definition.Activities.OfType<ChildWorkflowActivity>()
            .Where(child => child.IsInline)
            .Any(child => published.TryGetValue(child.DefinitionId, out var next) && Runs(next, wanted, published, seen)));
}
