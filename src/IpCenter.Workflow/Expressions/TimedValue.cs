using System.Globalization;
using System.Text.RegularExpressions;

namespace IpCenter.Workflow.Expressions;

/// <summary>Spans and instants as Elsa writes them, and nothing that .NET would read as something else.</summary>
internal static partial class TimedValue
{
    /// <summary>A span from <c>[d.]hh:mm:ss</c>.</summary>
    public static TimeSpan Duration(object? value) =>
        value is string text && DurationProblem(text) is null
            ? TimeSpan.ParseExact(text, ["d\\.hh\\:mm\\:ss", "hh\\:mm\\:ss"], CultureInfo.InvariantCulture)
            : throw new ExpressionFaultException($"{WorkflowValue.ToJson(value)} is no span of time: {(value as string is { } t ? DurationProblem(t) : "text is needed")}");

    /// <summary>An instant from ISO 8601 with offset.</summary>
    public static DateTimeOffset Instant(object? value) =>
        value is string text && InstantProblem(text) is null
            ? DateTimeOffset.Parse(text, CultureInfo.InvariantCulture)
            : throw new ExpressionFaultException($"{WorkflowValue.ToJson(value)} is no instant: {(value as string is { } t ? InstantProblem(t) : "text is needed")}");

    /// <summary>Why the text is no span, or null.</summary>
    public static string? DurationProblem(string text)
    {
        if (text.StartsWith('P') || text.StartsWith("-P", StringComparison.Ordinal))
            return "Elsa reads an ISO 8601 duration as zero and fires at once; write [d.]hh:mm:ss, ten days are 10.00:00:00";
        var match = DurationPattern().Match(text);
        if (!match.Success)
            return "write [d.]hh:mm:ss, ten days are 10.00:00:00";
        if (int.Parse(match.Groups["h"].ValueSpan, CultureInfo.InvariantCulture) > 23)
            return ".NET reads more than 23 hours as days; write the days before a dot, three days are 3.00:00:00";
        return TimeSpan.TryParseExact(text, ["d\\.hh\\:mm\\:ss", "hh\\:mm\\:ss"], CultureInfo.InvariantCulture, out _)
            ? null
            : "minutes and seconds go up to 59, days up to 10675198";
    }

    /// <summary>Why the text is no instant, or null.</summary>
    public static string? InstantProblem(string text)
    {
        if (!InstantPattern().IsMatch(text))
            return "write ISO 8601 with offset, for example 2027-06-01T00:00:00+08:00";
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out _) ? null : "there is no such day or time";
    }

    [GeneratedRegex(@"^(?:\d{1,8}\.)?(?<h>\d{2,}):\d{2}:\d{2}\z")]
    private static partial Regex DurationPattern();

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,7})?(?:Z|[+-]\d{2}:\d{2})\z")]
    private static partial Regex InstantPattern();
}
