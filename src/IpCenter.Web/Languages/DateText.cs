using System.Globalization;
using IpCenter.Casework.Clocks;

namespace IpCenter.Web.Languages;

/// <summary>Dates and durations in words, in China time and the language of the request.</summary>
public static class DateText
{
    private static readonly CultureInfo Plain = CultureInfo.InvariantCulture;

    public static string Day(DateOnly day) => day.ToString(Language.IsEnglish ? "d MMM yyyy" : "yyyy年M月d日", Plain);

    public static string Day(DateTimeOffset at) => Day(ChinaTime.DateOf(at));

    public static string Minute(DateTimeOffset at) => $"{Day(at)} {ChinaTime.Local(at).ToString("HH:mm", Plain)}";

    public static string Machine(DateTimeOffset at) => ChinaTime.Local(at).ToString("yyyy-MM-dd'T'HH:mm:sszzz", Plain);

    /// <summary>How long ago, or how long until.</summary>
    public static string Relative(DateTimeOffset at, DateTimeOffset now)
    {
        var distance = now - at;
        if (distance.Duration() < TimeSpan.FromMinutes(1))
            return Language.IsEnglish ? "just now" : "刚刚";
        var length = Duration(distance.Duration());
        return (Language.IsEnglish, distance > TimeSpan.Zero) switch
        {
            (true, true) => $"{length} ago",
            (true, false) => $"in {length}",
            (false, true) => $"{length}前",
            (false, false) => $"{length}后",
        };
    }

    /// <summary>The largest whole unit: 3 days, 5 hours, 10 minutes.</summary>
    public static string Duration(TimeSpan length)
    {
        var (count, chinese, english) = length.TotalDays >= 1 ? ((int)length.TotalDays, "天", "day")
            : length.TotalHours >= 1 ? ((int)length.TotalHours, "小时", "hour")
            : ((int)length.TotalMinutes, "分钟", "minute");
        return Language.IsEnglish
            ? string.Create(Plain, $"{count} {english}{(count == 1 ? "" : "s")}")
            : string.Create(Plain, $"{count} {chinese}");
    }

    /// <summary>A length by its two largest units: 3 days 4 hours, 5 hours 10 minutes, 12 minutes.</summary>
    public static string Length(TimeSpan length)
    {
        if (length < TimeSpan.FromMinutes(1))
            return Language.IsEnglish ? "under a minute" : "不到 1 分钟";
        var rest = length.TotalDays >= 1 ? length - TimeSpan.FromDays((int)length.TotalDays)
            : length.TotalHours >= 1 ? length - TimeSpan.FromHours((int)length.TotalHours)
            : TimeSpan.Zero;
        return rest < (length.TotalDays >= 1 ? TimeSpan.FromHours(1) : TimeSpan.FromMinutes(1)) ? Duration(length) : $"{Duration(length)} {Duration(rest)}";
    }

    /// <summary>Calendar days in China from now until the day of the instant; negative when it has passed.</summary>
    public static int DaysUntil(DateTimeOffset at, DateTimeOffset now) => ChinaTime.DateOf(at).DayNumber - ChinaTime.DateOf(now).DayNumber;
}
