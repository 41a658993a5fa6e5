using IpCenter.Workflow.Definitions;

namespace IpCenter.Web.Pages.Processes;

/// <summary>Where the pages of processes are.</summary>
internal static class ProcessAddress
{
    public const string Whole = "whole";

    public static string Of(WorkflowDefinition definition) => $"/processes/{definition.DefinitionId}/{definition.Version}";

    public static string InstancesOf(WorkflowDefinition definition, InstanceFilter filter) =>
        $"{Of(definition)}/instances?state={filter.ToString().ToLowerInvariant()}";

    public static string OfInstance(Guid id) => $"/processes/instances/{id}";
}
