using IpCenter.Workflow.Expressions;

namespace IpCenter.Workflow.Tests.Expressions;

public sealed class TimedValueTests
{
    [Theory]
    [InlineData("10.00:00:00", 864000)]
    [InlineData("00:00:30", 30)]
    [InlineData("23:59:59", 86399)]
    [InlineData("3650.12:00:00", 315403200)]
    public void Spans_are_days_hours_minutes_seconds(string text, double seconds) =>
        Assert.Equal(seconds, TimedValue.Duration(text).TotalSeconds);

    [Theory]
    [InlineData("P10D", "fires at once")]
    [InlineData("PT1H", "fires at once")]
    [InlineData("72:00:00", "as days")]
    [InlineData("10.24:00:00", "as days")]
    [InlineData("00:60:00", "59")]
    [InlineData("-1.00:00:00", "[d.]hh:mm:ss")]
    [InlineData("1", "[d.]hh:mm:ss")]
    [InlineData("00:30", "[d.]hh:mm:ss")]
    [InlineData("99999999.00:00:00", "10675198")]
    [InlineData("00:00:30\n", "[d.]hh:mm:ss")]
    public void Spans_that_Elsa_would_misread_are_refused(string text, string reason) =>
        Assert.Contains(reason, Assert.Throws<ExpressionFaultException>(() => TimedValue.Duration(text)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("2027-06-01T00:00:00+08:00", "2027-05-31T16:00:00Z")]
    [InlineData("2027-06-01T00:00:00.5Z", "2027-06-01T00:00:00.5Z")]
    public void Instants_carry_their_offset(string text, string same) =>
        Assert.Equal(DateTimeOffset.Parse(same, System.Globalization.CultureInfo.InvariantCulture), TimedValue.Instant(text));

    [Theory]
    [InlineData("2027-06-01T00:00:00")]
    [InlineData("2027-06-01")]
    [InlineData("2027-02-30T00:00:00Z")]
    [InlineData("01/06/2027 00:00:00 +08:00")]
    public void Instants_without_offset_or_of_no_such_day_are_refused(string text) =>
        Assert.Throws<ExpressionFaultException>(() => TimedValue.Instant(text));
}
