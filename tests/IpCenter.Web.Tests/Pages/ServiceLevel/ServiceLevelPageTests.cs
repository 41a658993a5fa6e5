using IpCenter.Casework.Cases;
using IpCenter.Casework.Clocks;
using IpCenter.Casework.Firms;
using IpCenter.Web.Tests.Infrastructure;
using IpCenter.Web.Tests.Pages.Examine;

namespace IpCenter.Web.Tests.Pages.ServiceLevel;

public sealed class ServiceLevelPageTests(WebFactory factory) : IClassFixture<WebFactory>
{
    [Fact]
    public async Task Everybody_reads_whole_months_of_enough_cases_and_nothing_of_single_ones()
    {
        await AddClosedAsync(october: 5, september: 4, november: 9, withdrawn: 6);
        using var visitor = factory.CreatePlainClient("zh-CN");

        var page = await visitor.GetPageAsync("/service");
        var csv = await visitor.GetStringAsync("/service/service-level.csv");

        var months = page.QuerySelector("section[aria-labelledby=kind-DesignApplication]")!.QuerySelectorAll("tbody tr")
            .ToDictionary(r => r.QuerySelector(".service-month")!.Text(), r => r.QuerySelectorAll("td").Skip(1).Select(cell => cell.Text()).ToList());
        Assert.Equal(12, months.Count);
        // The running month is not there, the small one looks like those without any case.
        Assert.DoesNotContain("2026年11月", months.Keys);
        Assert.Equal("5", months["2026年10月"][0]);
        foreach (var figure in new[] { "中位数 2", "九成以内 2", "100% 在 5 日内" })
            Assert.Contains(figure, months["2026年10月"][1], StringComparison.Ordinal);
        Assert.Equal("0%", months["2026年10月"][^1]);
        Assert.Equal(["少于 5 件", "不公布", "不公布", "不公布", "不公布", "不公布"], months["2026年9月"]);
        Assert.Equal(months["2026年1月"], months["2026年9月"]);
        Assert.Equal(months["2026年1月"], months["2026年8月"]);
        Assert.DoesNotContain("保密", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.DoesNotContain("CX-D-", page.DocumentElement.OuterHtml + csv, StringComparison.Ordinal);
        var lines = csv.Split("\r\n");
        Assert.Contains("外观设计快速预审,2026-10,5,中心,2,2,5,1,", lines);
        Assert.Contains("外观设计快速预审,2026-09,,中心,,,,,", lines);
        Assert.Equal(1 + 3 * 12 * 4, lines.Count(l => l.Length > 0));
    }

    /// <summary>Cases that the centre had for two working days, closed on the tenth of their month.</summary>
    private Task AddClosedAsync(int october, int september, int november, int withdrawn) => factory.WithDatabaseAsync(async db =>
    {
        var firm = ExaminationCentre.IdOf("firm:service");
        db.Firms.Add(new Firm
        {
            Id = firm,
            Name = "曹县保密木业有限公司",
            CreditCode = "91371721AY4CL12THN",
            Kind = FirmKind.Company,
            Address = "",
            Postcode = "274400",
            PlaceCode = "371721",
            ContactName = "",
            ContactPhone = "",
            CreatedAt = WebFactory.Start,
        });
        foreach (var (month, count, outcome) in new[] { (10, october, "granted"), (9, september, "refused"), (11, november, "granted"), (8, withdrawn, "withdrawn") })
            for (var i = 0; i < count; i++)
            {
                var closed = ChinaTime.At(new(2026, month, 13), new(15, 0));
                var from = ChinaTime.At(new(2026, month, 11), new(10, 0));
                var file = new CaseFile
                {
                    Id = ExaminationCentre.IdOf($"service:{month}:{i}"),
                    Kind = CaseKind.DesignApplication,
                    Title = "保密的产品",
                    FirmId = firm,
                    OpenedBy = firm,
                    OpenedAt = from,
                };
                file.Submit($"CX-D-2026-9{month:D2}{i:D2}", firm, from);
                file.Close(outcome, closed);
                var segment = new CaseClockSegment { Id = ExaminationCentre.IdOf($"segment:{month}:{i}"), CaseId = file.Id, Owner = ClockOwner.Centre, From = from, Reason = "submitted" };
                segment.End(closed);
                db.Cases.Add(file);
                db.ClockSegments.Add(segment);
            }
        await db.SaveChangesAsync();
    });
}
