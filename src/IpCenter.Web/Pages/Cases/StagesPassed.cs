using System.Text.Json;
using IpCenter.Casework.Cases;

namespace IpCenter.Web.Pages.Cases;

/// <summary>A stage that a case went through, or is in.</summary>
/// <param name="To"><c>null</c>: the case is in it.</param>
public sealed record PassedStage(string Stage, DateTimeOffset From, DateTimeOffset? To);

/// <summary>The way of a case through its stages, as far as its timeline tells it to the viewer.</summary>
internal static class StagesPassed
{
    private const string Entered = "stage.entered";

    /// <param name="timeline">The newest first.</param>
    /// <param name="closedAt">When the last stage ended.</param>
    public static IReadOnlyList<PassedStage> Of(IReadOnlyList<CaseTimelineEntry> timeline, DateTimeOffset? closedAt)
    {
        var passed = new List<PassedStage>();
        foreach (var entry in timeline.Where(entry => entry.Action == Entered).Reverse())
        {
            var stage = JsonSerializer.Deserialize<Dictionary<string, string>>(entry.DetailJson)?.GetValueOrDefault("stage") ?? "";
            // A round may lead back into the stage that it left.
            if (passed.LastOrDefault()?.Stage == stage)
                continue;
            if (passed.Count > 0)
                passed[^1] = passed[^1] with { To = entry.At };
            passed.Add(new(stage, entry.At, closedAt));
        }
        return passed;
    }
}
