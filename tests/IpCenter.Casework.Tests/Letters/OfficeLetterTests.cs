using IpCenter.Casework.Letters;
using IpCenter.Casework.Letters.Word;
using IpCenter.Casework.Office;
using IpCenter.Casework.Storage;
using IpCenter.Casework.Tests.Journeys;
using IpCenter.Casework.Tests.Office;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IpCenter.Casework.Tests.Letters;

/// <summary>Letters about what the national office decided, and what follows from it.</summary>
public sealed class OfficeLetterTests
{
    private static readonly DateOnly Monday = new(2026, 11, 16);

    [Fact]
    public async Task A_notice_of_grant_tells_sum_place_and_the_rolled_last_day_and_a_correction_sends_another()
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await host.GrantNoticeAsync();

        var text = await TextAsync(host, id, LetterKind.GrantNotice, LetterLanguage.Chinese);
        Assert.Contains("请在 2027年1月18日 前办理登记手续并缴费，应缴金额 600元", text, StringComparison.Ordinal);
        Assert.Contains("顺延至2027年1月18日", text, StringComparison.Ordinal);
        Assert.Contains("专利业务办理系统网上缴费", text, StringComparison.Ordinal);
        Assert.Contains("To pay: 600 yuan", await TextAsync(host, id, LetterKind.GrantNotice, LetterLanguage.English), StringComparison.Ordinal);

        host.Clock.Advance(TimeSpan.FromDays(5));
        await host.DoAsync("examiner", async (services, viewer, actor) => CaseworkHost.Must(
            await services.GetRequiredService<CorrectGrantNotice>().ExecuteAsync(id, Monday.AddDays(4), "看错了通知书", viewer, actor, default)));
        var anew = await TextAsync(host, id, LetterKind.GrantNotice, LetterLanguage.Chinese);
        Assert.Contains("2027年1月20日", anew, StringComparison.Ordinal);
        Assert.Contains("更正说明：看错了通知书", anew, StringComparison.Ordinal);
        Assert.NotNull((await host.AskAsync(db => db.Notices.SingleAsync(n => n.Template == CorrectGrantNotice.Notice))).AcknowledgeBy);
    }

    [Fact]
    public async Task A_refusal_names_its_reason_and_the_unknown_term_as_unknown()
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await MarkedAsync(host);

        Assert.Equal(["reason.required", "office.notice-day"], (await host.AnswerAsync(id, "RecordOfficeDecision", "refused", noticeOn: Monday.AddDays(9))).Violations.Select(v => v.Code));
        CaseworkHost.Must(await host.AnswerAsync(id, "RecordOfficeDecision", "refused", reason: "无明显区别", noticeOn: Monday));
        await host.RunAsync();

        var text = await TextAsync(host, id, LetterKind.OfficeRefused, LetterLanguage.Chinese);
        Assert.Contains("国家知识产权局的理由：无明显区别", text, StringComparison.Ordinal);
        Assert.Contains("请求复审的最后一日：未知（见说明）", text, StringComparison.Ordinal);
        Assert.Contains("驳回决定收到日：2026年11月16日", text, StringComparison.Ordinal);
        Assert.Contains("not known", await TextAsync(host, id, LetterKind.OfficeRefused, LetterLanguage.English), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, "请求恢复权利的最后一日：2027年1月18日")]
    [InlineData(false, "请求恢复权利的最后一日：未知（见说明）")]
    public async Task A_withdrawal_by_the_office_counts_the_restoration_from_the_day_of_its_notice(bool known, string told)
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await MarkedAsync(host);

        CaseworkHost.Must(await host.AnswerAsync(id, "RecordOfficeDecision", "deemed-withdrawn", reason: "未缴足", noticeOn: known ? Monday : null));
        await host.RunAsync();

        var text = await TextAsync(host, id, LetterKind.DeemedWithdrawn, LetterLanguage.Chinese);
        Assert.Contains(told, text, StringComparison.Ordinal);
        Assert.Contains("2个月", text, StringComparison.Ordinal);
        Assert.Contains("第6", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_announced_right_comes_with_number_day_and_the_next_annual_fee()
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await MarkedAsync(host);

        CaseworkHost.Must(await host.AnswerAsync(id, "RecordOfficeDecision", "granted", Monday));
        await host.RunAsync();

        var text = await TextAsync(host, id, LetterKind.Registered, LetterLanguage.Chinese);
        Assert.Contains($"ZL{GrantDesk.Number}", text, StringComparison.Ordinal);
        Assert.Contains("2026年11月16日授权公告", text, StringComparison.Ordinal);
        Assert.Contains("下一次年费请在 2027年11月16日 前缴纳", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_late_fee_has_a_letter_that_says_what_the_law_still_allows()
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await host.AcceptedAsync();
        host.Clock.Set(CaseworkHost.Monday.AddDays(2));
        await host.RunAsync();

        var text = await TextAsync(host, id, LetterKind.FeeLate, LetterLanguage.Chinese);
        Assert.Contains("快速通道的缴费期限：2026年11月17日", text, StringComparison.Ordinal);
        Assert.Contains("法定缴费的最后一日：2027年1月18日", text, StringComparison.Ordinal);
        Assert.False(await host.AskAsync(db => db.Letters.AnyAsync(l => l.CaseId == id && l.Kind == LetterKind.LeftFastLane)));
    }

    private static async Task<Guid> MarkedAsync(CaseworkHost host)
    {
        var id = await OfficeFilingTests.PassedAsync(host, 1);
        await ApplicationJourneyTests.MarkAsync(host, id);
        return id;
    }

    /// <summary>Of the last letter of a kind, by its number.</summary>
    private static async Task<string> TextAsync(CaseworkHost host, Guid id, LetterKind kind, LetterLanguage language)
    {
        var letters = await host.AskAsync(db => db.Letters.Where(l => l.CaseId == id && l.Kind == kind).OrderBy(l => l.Number).ToListAsync());
        await using var scope = host.Scope();
        return string.Join('\n', LetterPageReading.Read(await scope.ServiceProvider.GetRequiredService<OriginalsVault>().ReadAsync(letters[^1].Sha256Of(language), default)).Lines);
    }
}
