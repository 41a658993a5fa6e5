using IpCenter.Casework.Calendars;
using IpCenter.Casework.Clocks;
using IpCenter.Casework.Documents;
using IpCenter.Casework.Tests.Documents;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IpCenter.Casework.Tests.Calendars;

/// <summary>
/// Documents owed since 30 December 2026: the power of attorney within ten working days of the centre's, the priority copy within three
/// months of the law's. The published year takes the fourth and fifth of January away, and the thirtieth of March.
/// </summary>
public sealed class OwedRecountTests
{
    private const string Holidays = "2027-01-01 – 2027-01-05 元旦\n2027-03-30 – 2027-03-30 清明节" + CalendarDraftTests.Others;

    [Fact]
    public async Task The_days_follow_the_published_year_once_with_their_record_and_the_firm_is_told()
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await OwingAsync(host);
        Assert.Equal(("2027-01-14", "2027-03-30"), await DaysAsync(host, id));

        await PublishAsync(host);
        await RoundAsync(host);
        Assert.Equal(0, await RoundAsync(host));

        Assert.Equal(("2027-01-18", "2027-03-31"), await DaysAsync(host, id));
        var power = await host.OwedAsync(id, OwingCentre.Power);
        Assert.Equal(1, power.CalendarEdition);
        Assert.Contains("2027年1月18日", power.ExplanationZh, StringComparison.Ordinal);
        var told = await host.AskAsync(db => db.Notices.Where(n => n.CaseId == id && n.Template == "date-recounted").Select(n => n.Arguments).ToListAsync());
        Assert.Equal(["2027-01-14", "2027-03-30"], told.Select(words => words["was"]).Where(day => day is "2027-01-14" or "2027-03-30").Order());
        Assert.Equal(2, await RecordedAsync(host, id));
    }

    [Fact]
    public async Task Of_a_document_that_is_here_nobody_is_told()
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await OwingAsync(host);
        await host.SupplyAsync(id, OwingCentre.Copy);
        await PublishAsync(host);

        await RoundAsync(host);

        Assert.Equal(("2027-01-18", "2027-03-31"), await DaysAsync(host, id));
        Assert.Equal(1, await RecordedAsync(host, id));
    }

    [Fact]
    public async Task A_day_that_has_passed_and_one_of_an_accepted_document_stay()
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await OwingAsync(host);
        await host.SupplyAsync(id, OwingCentre.Copy);
        CaseworkHost.Must(await host.JudgeAsync(id, OwingCentre.Copy, DocumentJudgement.Accept));
        host.Clock.Set(new DateTimeOffset(2027, 1, 15, 8, 0, 0, ChinaTime.Offset));
        await PublishAsync(host);

        await RoundAsync(host);

        Assert.Equal(("2027-01-14", "2027-03-30"), await DaysAsync(host, id));
        Assert.Equal(0, await RecordedAsync(host, id));
    }

    [Fact]
    public async Task The_preview_counts_them_too()
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await OwingAsync(host);
        await using var scope = host.Scope();
        var year = (await scope.ServiceProvider.GetRequiredService<PublishCalendar>().ReadAsync(Draft, host.Clock.GetUtcNow(), default)).Value;

        var preview = await scope.ServiceProvider.GetRequiredService<CalendarPreviewQuery>().ReadAsync(year, host.Clock.GetUtcNow(), default);

        Assert.Contains(preview.Moving, m => m.CaseId == id && m.RuleKey == "owed-document" && ChinaTime.DateOf(m.To!.Value) == new DateOnly(2027, 1, 18));
        Assert.Contains(preview.Moving, m => m.CaseId == id && m.RuleKey == "d03-priority-copy" && ChinaTime.DateOf(m.To!.Value) == new DateOnly(2027, 3, 31));
    }

    private static CalendarDraft Draft => CalendarDraftTests.Draft() with { Holidays = Holidays, NoticeDate = new DateOnly(2026, 11, 10) };

    private static Task<Guid> OwingAsync(CaseworkHost host)
    {
        host.Clock.Set(new DateTimeOffset(2026, 12, 30, 10, 0, 0, ChinaTime.Offset));
        return host.FileOwingAsync();
    }

    private static async Task PublishAsync(CaseworkHost host) => await host.DoAsync("supervisor", async (services, _, actor) => CaseworkHost.Must(
        await services.GetRequiredService<PublishCalendar>().ExecuteAsync(SampleCentre.IdOf("edition"), Draft, "国务院办公厅的通知已公布", actor, default)));

    private static async Task<int> RoundAsync(CaseworkHost host)
    {
        await using var scope = host.Scope();
        return await scope.ServiceProvider.GetRequiredService<CalendarRounds>().RunAsync(host.Clock.GetUtcNow(), default);
    }

    private static async Task<(string Power, string Copy)> DaysAsync(CaseworkHost host, Guid id) =>
        (Day(await host.OwedAsync(id, OwingCentre.Power)), Day(await host.OwedAsync(id, OwingCentre.Copy)));

    private static string Day(OwedDocument owed) => ChinaTime.DateOf(owed.DueAt).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static Task<int> RecordedAsync(CaseworkHost host, Guid id) =>
        host.AskAsync(db => db.AuditEvents.CountAsync(e => e.CaseId == id && e.Action == "document.recounted"));
}
