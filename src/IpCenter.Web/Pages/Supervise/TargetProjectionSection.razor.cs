using System.Globalization;
using IpCenter.Casework.Clocks;
using IpCenter.Casework.Staffing;
using IpCenter.Web.Languages;
using Microsoft.AspNetCore.Components;

namespace IpCenter.Web.Pages.Supervise;

/// <summary>The open cases beside the target that is tried: how many, which, and on what that rests. It stores nothing.</summary>
public sealed partial class TargetProjectionSection(Words words)
{
    private const int PageSize = 20;

    private static readonly IReadOnlyList<View> Views =
    [
        new("all", _ => true),
        new("earlier", c => c.IsEarlier),
        new("over", c => c.IfTried == TargetVerdict.Over),
        new("miss", c => c.IfTried == TargetVerdict.WillMiss),
    ];

    [Parameter, EditorRequired] public TargetProjection Projection { get; set; } = null!;

    [Parameter, EditorRequired] public DeadlineRule Rule { get; set; } = null!;

    [Parameter, EditorRequired] public int Length { get; set; }

    [Parameter] public string? Show { get; set; }

    [Parameter] public int PageNumber { get; set; } = 1;

    private View Chosen => Views.FirstOrDefault(v => v.Key == Show) ?? Views[0];

    private IReadOnlyList<ProjectedCase> Shown => [.. Projection.Named.Where(Chosen.Fits)];

    /// <summary>A page that is not there is the last one.</summary>
    private int At => Math.Min(PageNumber, Math.Max(1, (Shown.Count + PageSize - 1) / PageSize));

    private IReadOnlyList<(string Name, int Now, int Tried)> Counts =>
    [
        .. Enum.GetValues<TargetVerdict>().Select(v => (Name: T[$"verdict.{v}"].Value, Now: Projection.Now(v), Tried: Projection.IfTried(v)))
            .Where(r => r.Now + r.Tried > 0),
    ];

    private IEnumerable<string> Handling => Projection.Basis.Handling.Select(h =>
        $"{words.Task(h.Task)} {DateText.Length(h.Median)} ({Desk[h.IsMeasured ? "handling.measured" : "handling.configured", h.Measured]})");

    private string Address(string show) =>
        $"/supervise/targets?period={Uri.EscapeDataString(Rule.Key)}&days={Length.ToString(CultureInfo.InvariantCulture)}&show={show}#projection";

    /// <summary>When it is done with the queue as it is, where that is another moment.</summary>
    private string? Other(ProjectedCase row) => row.ForecastNow?.Stint?.To == row.ForecastTried?.Stint?.To ? null
        : row.ForecastNow?.Stint is { } stint ? T["project.forecast.now", DateText.Minute(stint.To)].Value : T["project.forecast.now", Desk["forecast.never"].Value].Value;

    private static string Why(Deadline deadline) => string.Join(Language.IsEnglish ? " " : "", DeadlineWording.Explain(deadline).Select(w => w.Here()));

    private static string? Tone(TargetVerdict verdict) => verdict is TargetVerdict.Over or TargetVerdict.WillMiss or TargetVerdict.Uncounted ? "fact-bad" : null;

    private sealed record View(string Key, Func<ProjectedCase, bool> Fits);
}
