using IpCenter.Workflow.Definitions;

namespace IpCenter.Workflow.Tests.Support;

/// <summary>What tests demand of definitions.</summary>
internal static class Rules
{
    /// <summary>No task has a handler, and waits may stand alone: for charts that test one thing.</summary>
    public static CatalogRules Lenient { get; } = new(new HashSet<string>()) { WaitsNeedDeadlines = false };

    /// <summary>What the product demands, with these handlers.</summary>
    public static CatalogRules For(params string[] handledTasks) => new(handledTasks.ToHashSet());
}
