using Microsoft.Extensions.Localization;

namespace IpCenter.Web.Pages.Processes;

/// <summary>Colours the steps of a drawing by their share of all the time that was waited.</summary>
internal static class HeatMarks
{
    /// <summary>From which share of the whole on a step has each degree of heat, in percent.</summary>
    public static IReadOnlyList<int> Degrees { get; } = [0, 2, 5, 10, 20];

    /// <summary>In days: what the system does in a moment stays uncoloured.</summary>
    private const double Noticeable = 0.005;

    public static IReadOnlyDictionary<string, FlowMark> Of(IReadOnlyList<StepTime> times, IStringLocalizer<Resources.Processes> texts)
    {
        var whole = times.Sum(step => step.Days);
        return times.Where(step => step.Days >= Noticeable).Index().ToDictionary(
            step => step.Item.ActivityId,
            step => new FlowMark(
                Look(step.Item.Days, whole) + (step.Index == 0 ? " flow-hottest" : ""),
                texts["heat.figure", Days(step.Item.Days)],
                null,
                texts["heat.said", Days(step.Item.Days), step.Item.Times]));
    }

    /// <summary>Days with one decimal; with two where one would say nothing.</summary>
    public static string Days(double days) => days.ToString(days is > 0 and < 0.1 ? "0.00" : "0.0", System.Globalization.CultureInfo.InvariantCulture);

    private static string Look(double days, double whole) =>
        $"heat-{(whole <= 0 ? 1 : Math.Max(1, Degrees.Count(from => days * 100 / whole >= from)))}";
}
