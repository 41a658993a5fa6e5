using IpCenter.Casework.Calendars;
using IpCenter.Casework.Clocks;
using IpCenter.Casework.Results;
using IpCenter.Casework.Tests.ReferenceData;
using Microsoft.Extensions.DependencyInjection;

namespace IpCenter.Casework.Tests.Calendars;

/// <summary>What a person may enter or paste as a year's calendar, and what is wrong with it, with its line.</summary>
public sealed class CalendarDraftTests
{
    [Fact]
    public async Task A_notice_is_read_in_the_ways_in_which_people_write_it()
    {
        var read = await ReadAsync(Draft() with
        {
            Status = CalendarStatus.Provisional,
            Holidays = "2027年1月1日至2027年1月3日 元旦\n\n2027-02-05 – 2027-02-11 春节 / Spring Festival\r\n2027.10.1~2027.10.7，国庆节",
            MakeUpWorkdays = "2027-02-20 春节调休上班\n2027/9/26 国庆节",
        });
        var year = read.Value;
        Assert.Equal(
            [(new DateOnly(2027, 1, 1), new DateOnly(2027, 1, 3)), (new(2027, 2, 5), new(2027, 2, 11)), (new(2027, 10, 1), new(2027, 10, 7))],
            year.Holidays.Select(h => (h.From, h.To)));
        Assert.Equal("New Year's Day", year.Holidays[0].Name.En);
        Assert.Equal([(new DateOnly(2027, 2, 20), "Spring Festival"), (new(2027, 9, 26), "National Day")], year.MakeUpWorkdays.Select(d => (d.Date, d.For.En)));
        Assert.Empty(year.Faults());
    }

    [Fact]
    public async Task What_was_written_out_reads_back_as_the_same()
    {
        foreach (var year in Reference.Library.Calendar.Notices)
        {
            var draft = Draft() with { Year = year.Year, Holidays = CalendarText.Holidays(year), MakeUpWorkdays = CalendarText.MakeUpWorkdays(year), Status = year.Status };
            // The days are those that stand: there is nothing new to publish.
            Assert.Equal("calendar.nothing-new", Assert.Single((await ReadAsync(draft)).Violations).Code);
        }
    }

    [Theory]
    [InlineData("2028-01-01 元旦", "", "calendar.outside-year", "holidays", "1")]
    [InlineData("2027-01-01 元旦\n2026-11-30 清明节", "", "calendar.outside-year", "holidays", "2")]
    [InlineData("2027-01-03 – 2027-01-01 元旦", "", "calendar.ends-before", "holidays", "1")]
    [InlineData("2027-01-01 – 2027-01-03 元旦\n2027-01-03 – 2027-01-04 春节", "", "calendar.overlapping", "holidays", "2")]
    [InlineData("1 January", "", "calendar.line-unreadable", "holidays", "1")]
    [InlineData("2027-02-30 元旦", "", "calendar.line-unreadable", "holidays", "1")]
    [InlineData("2027-01-01 新节日", "", "calendar.english-missing", "holidays", "1")]
    [InlineData("", "", "calendar.no-holidays", "holidays", null)]
    [InlineData("2027-01-01 元旦", "2027-01-05 元旦", "calendar.make-up-on-working-day", "makeUpWorkdays", "1")]
    [InlineData("2027-01-01 – 2027-01-03 元旦", "2027-01-02 元旦", "calendar.make-up-day-off", "makeUpWorkdays", "1")]
    [InlineData("2027-01-01 元旦", "2027-01-09 元旦\n2027-01-09 元旦", "calendar.make-up-twice", "makeUpWorkdays", "2")]
    [InlineData("2027-01-01 元旦", "2027-01-09 春节", "calendar.make-up-for-nothing", "makeUpWorkdays", "1")]
    [InlineData("2027-01-01 元旦", "2027-01-09 – 2027-01-10 元旦", "calendar.make-up-one-day", "makeUpWorkdays", "1")]
    [InlineData("2027-01-01 元旦", "2028-01-09 元旦", "calendar.outside-year", "makeUpWorkdays", "1")]
    public async Task A_problem_is_told_with_its_line(string holidays, string makeUps, string code, string field, string? line)
    {
        var problem = Assert.Single((await ReadAsync(Draft() with { Status = CalendarStatus.Provisional, Holidays = holidays, MakeUpWorkdays = makeUps })).Violations);
        Assert.Equal((code, field, line), (problem.Code, problem.Field, problem.Arguments.FirstOrDefault()));
    }

    [Fact]
    public async Task All_problems_are_told_at_once_and_an_official_year_names_its_notice()
    {
        var problems = (await ReadAsync(new CalendarDraft { Year = 2027, Status = CalendarStatus.Official, Holidays = "?\n2028-01-01 元旦", MakeUpWorkdays = "?" })).Violations;
        Assert.Equal(
            ["calendar.title-missing", "calendar.number-missing", "calendar.notice-date-missing", "calendar.url-missing", "calendar.line-unreadable", "calendar.outside-year", "calendar.line-unreadable"],
            problems.Select(p => p.Code));
    }

    [Fact]
    public async Task What_is_not_chosen_and_what_is_too_long_is_told_at_its_place()
    {
        var problems = (await ReadAsync(Draft() with
        {
            Status = null,
            Title = new string('题', 301),
            NoticeNumber = new string('号', 101),
            Url = "https://www.gov.cn/" + new string('a', 500),
            Holidays = "2027-01-01 " + new string('节', 101) + " / " + new string('d', 10),
        })).Violations;
        Assert.Equal(
            [("field.required", "status"), ("pause.words-too-long", "title"), ("pause.words-too-long", "noticeNumber"), ("pause.words-too-long", "url"), ("calendar.name-too-long", "holidays")],
            problems.Select(p => (p.Code, p.Field)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(1999)]
    [InlineData(2101)]
    public async Task A_year_that_cannot_be_is_refused(int? year) =>
        Assert.Equal("calendar.year-unreadable", Assert.Single((await ReadAsync(Draft() with { Year = year })).Violations).Code);

    [Fact]
    public async Task An_official_year_does_not_become_provisional_again() =>
        Assert.Contains("calendar.official-stands", (await ReadAsync(Draft() with { Year = 2026, Status = CalendarStatus.Provisional, Holidays = "2026-01-01 元旦" })).Violations.Select(v => v.Code));

    [Theory]
    [InlineData("\n2027-06-09 端午节", "", "calendar.holiday-missing", "端午")]
    [InlineData("2027-05-01 – 2027-05-04 劳动节", "2027-05-01 劳动节", "calendar.holiday-short", "劳动节")]
    [InlineData("2027-10-01 – 2027-10-05 国庆节", "2027-10-02 – 2027-10-05 国庆节", "calendar.holiday-elsewhere", "国庆")]
    [InlineData("2027-09-15 中秋节\n2027-10-01 – 2027-10-05 国庆节", "2027-10-01 – 2027-10-05 国庆节、中秋节 / National Day and Mid-Autumn Festival", null, null)]
    [InlineData("2027-02-05 – 2027-02-10 春节", "2027-02-05 – 2027-02-07 春节\n2027-02-09 春节", null, null)]
    public async Task An_official_year_lacks_no_day_off_that_the_law_gives_everybody(string instead, string with, string? code, string? name)
    {
        Assert.Contains(instead, Draft().Holidays, StringComparison.Ordinal);
        var changed = Draft() with { Holidays = Draft().Holidays!.Replace(instead, with, StringComparison.Ordinal) };

        var found = (await ReadAsync(changed)).Violations;

        Assert.Equal((code, name), (found.SingleOrDefault()?.Code, found.SingleOrDefault()?.Arguments[0]));
        // Before the notice is out, and of the years before the law, nobody can know it.
        Assert.True((await ReadAsync(changed with { Status = CalendarStatus.Provisional })).Succeeded);
        Assert.True((await ReadAsync(Draft() with { Year = 2023, Holidays = "2023-01-01 元旦" })).Succeeded);
    }

    [Fact]
    public async Task A_year_of_one_holiday_is_not_official_and_everything_that_lacks_is_said()
    {
        var found = (await ReadAsync(Draft() with { Holidays = "2027-01-01 元旦" })).Violations;
        Assert.Equal(["春节", "清明", "劳动节", "端午", "中秋", "国庆"], found.Select(v => v.Arguments[0]));
        Assert.All(found, v => Assert.Equal(("calendar.holiday-missing", "holidays"), (v.Code, v.Field)));
    }

    [Fact]
    public async Task Holidays_that_share_their_days_have_those_of_both()
    {
        var found = (await ReadAsync(Draft() with { Holidays = "2027-01-01 元旦、春节 / Both\n2027-02-05 – 2027-02-08 春节\n2027-04-05 清明节\n2027-05-01 – 2027-05-02 劳动节\n2027-06-09 端午节\n2027-10-01 – 2027-10-03 国庆节、中秋节 / Both" })).Violations;
        Assert.Equal(("calendar.too-few-days", "12", "13"), (Assert.Single(found).Code, found[0].Arguments[0], found[0].Arguments[1]));
    }

    /// <summary>The rest of 2027 beside New Year, as the law lets it be expected.</summary>
    internal const string Others = "\n2027-02-05 – 2027-02-10 春节\n2027-04-05 清明节\n2027-05-01 – 2027-05-04 劳动节\n2027-06-09 端午节\n2027-09-15 中秋节\n2027-10-01 – 2027-10-05 国庆节";

    internal static CalendarDraft Draft() => new()
    {
        Year = 2027,
        Status = CalendarStatus.Official,
        Title = "国务院办公厅关于2027年部分节假日安排的通知",
        NoticeNumber = "（样例文号）",
        NoticeDate = new DateOnly(2026, 11, 10),
        Url = "https://www.gov.cn/",
        Holidays = "2027-01-01 – 2027-01-03 元旦" + Others,
    };

    private static async Task<Result<CalendarYear>> ReadAsync(CalendarDraft draft)
    {
        await using var host = await CaseworkHost.StartAsync();
        await using var scope = host.Scope();
        return await scope.ServiceProvider.GetRequiredService<PublishCalendar>().ReadAsync(draft, CaseworkHost.Monday, default);
    }
}
