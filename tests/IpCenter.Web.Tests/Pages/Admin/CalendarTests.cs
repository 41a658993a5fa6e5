using IpCenter.Casework.People;
using IpCenter.Web.Tests.Infrastructure;

namespace IpCenter.Web.Tests.Pages.Admin;

public sealed class CalendarTests(WebFactory factory) : IClassFixture<WebFactory>
{
    [Fact]
    public async Task An_official_year_shows_its_source_its_holidays_and_its_make_up_workdays()
    {
        using var admin = await factory.SignedInAsAsync(Roles.Admin, "zh-CN");

        var page = await admin.GetPageAsync("/admin/calendars?year=2026");

        var text = page.QuerySelector("main")!.Text();
        Assert.Contains("国务院办公厅关于2026年部分节假日安排的通知", text, StringComparison.Ordinal);
        Assert.Contains("0.98", text, StringComparison.Ordinal);
        Assert.Contains("2026年9月20日、2026年10月10日", text, StringComparison.Ordinal);
        Assert.Equal(12, page.QuerySelectorAll("table.month").Length);
        Assert.Equal("1休", page.QuerySelectorAll("table.month")[9].QuerySelector(".day-holiday")!.Text());
        Assert.Equal("10班", page.QuerySelectorAll("table.month")[9].QuerySelector(".day-makeup")!.Text());
    }

    [Fact]
    public async Task A_year_without_its_notice_is_shown_as_provisional_and_the_one_after_as_unknown()
    {
        using var admin = await factory.SignedInAsAsync(Roles.Admin, "en");

        var provisional = (await admin.GetPageAsync("/admin/calendars?year=2027")).QuerySelector("main")!.Text();
        var unknown = await admin.GetPageAsync("/admin/calendars?year=2031");

        Assert.Contains("unknown before the notice", provisional, StringComparison.Ordinal);
        Assert.Contains("There is no calendar for 2028 and later", provisional, StringComparison.Ordinal);
        Assert.Contains("There is no calendar for 2031", unknown.QuerySelector(".empty-state")!.Text(), StringComparison.Ordinal);
        Assert.Empty(unknown.QuerySelectorAll("table"));
    }
}
