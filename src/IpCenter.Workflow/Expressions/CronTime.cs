using Cronos;

namespace IpCenter.Workflow.Expressions;

/// <summary>Cron expressions as Elsa reads them: six fields, seconds first, in UTC.</summary>
internal static class CronTime
{
    /// <summary>The first instant after <paramref name="now"/> that the expression names.</summary>
    public static DateTimeOffset Next(object? value, DateTimeOffset now) =>
        value is string text && Problem(text) is null && Parse(text).GetNextOccurrence(now, TimeZoneInfo.Utc) is { } next
            ? next
            : throw new ExpressionFaultException($"{WorkflowValue.ToJson(value)} names no instant: {(value is string t ? Problem(t) : null) ?? "text is needed"}");

    /// <summary>Why the text is no cron expression, or null.</summary>
    public static string? Problem(string text)
    {
        try
        {
            return Parse(text).GetNextOccurrence(DateTimeOffset.UnixEpoch, TimeZoneInfo.Utc) is null
                ? "no day is such a day"
                : null;
        }
        catch (CronFormatException failure)
        {
            return $"write six fields, seconds first, for example 0 30 8 * * MON-FRI; {failure.Message}";
        }
    }

    private static CronExpression Parse(string text) => CronExpression.Parse(text, CronFormat.IncludeSeconds);
}
