using System.Globalization;
using IpCenter.Casework.Office;
using IpCenter.Casework.Results;
using IpCenter.Casework.Tasks;
using IpCenter.Casework.Tests.Journeys;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static IpCenter.Casework.Tests.Designs.SampleRights;

namespace IpCenter.Casework.Tests.Office;

/// <summary>A number of the office belongs to one application, and its filing is of the papers that were examined.</summary>
public sealed class OfficeFilingTests
{
    private const string Number = "202630765432.5";

    private static readonly DateOnly Monday = new(2026, 11, 16);

    [Fact]
    public async Task A_number_that_another_application_bears_is_refused_at_its_field_and_says_nothing_of_the_other()
    {
        await using var host = await SampleCentre.StartAsync();
        var first = await PassedAsync(host, 1);
        var second = await PassedAsync(host, 2, "rival", "rival-firm");
        CaseworkHost.Must(await FileAsync(host, first, Number, Monday));

        var refused = await FileAsync(host, second, "2026 3076 5432.5", Monday, user: "rival");

        var violation = Assert.Single(refused.Violations);
        Assert.Equal(("office.number-known", "officeNumber"), (violation.Code, violation.Field));
        Assert.Empty(violation.Arguments);
        Assert.Null(await host.AskAsync(db => db.Applications.Where(a => a.Id == second).Select(a => a.OfficeNumber).SingleAsync()));
    }

    [Fact]
    public async Task Two_who_tell_the_same_number_at_once_end_in_one_number()
    {
        await using var host = await SampleCentre.StartAsync();
        var first = await PassedAsync(host, 1);
        var second = await PassedAsync(host, 2, "rival", "rival-firm");
        await host.ChangeAsync(async db => (await db.Applications.SingleAsync(a => a.Id == first)).RecordFiling(Number, Monday, Monday));

        await Assert.ThrowsAsync<DbUpdateException>(() => host.ChangeAsync(async db =>
            (await db.Applications.SingleAsync(a => a.Id == second)).RecordFiling(Number, Monday, Monday)));
    }

    [Theory]
    [InlineData("2026-11-16", "office.filed-before-pass", "2026-11-17")]
    [InlineData("2026-11-15", "office.filed-before-submission", "2026-11-16")]
    [InlineData("2026-11-17", null, null)]
    public async Task What_was_filed_before_the_pass_is_not_what_was_examined(string filed, string? code, string? named)
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await host.FileAsync(1);
        host.Clock.Set(CaseworkHost.Monday.AddDays(1));
        await PassAsync(host, id);

        var result = await FileAsync(host, id, Number, DateOnly.Parse(filed, CultureInfo.InvariantCulture), Monday.AddDays(1));

        Assert.Equal(code, result.Violations.SingleOrDefault()?.Code);
        if (code is not null)
            Assert.Equal(("filedOn", named), (result.Violations[0].Field, result.Violations[0].Arguments[0]));
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task A_right_of_another_case_or_firm_is_never_written_over(bool ofAnotherCase, bool ofAnotherFirm)
    {
        await using var host = await SampleCentre.StartAsync();
        var other = ofAnotherCase ? await host.FileAsync(2, "rival", "rival-firm") : (Guid?)null;
        var theirs = Right(number: $"ZL{Number}");
        theirs.FirmId = ofAnotherFirm ? SampleCentre.IdOf("rival-firm") : null;
        theirs.ApplicationId = other;
        await host.PublishAsync(theirs);
        var id = await PassedAsync(host, 1);
        await ApplicationJourneyTests.MarkAsync(host, id);
        var item = await host.TaskAsync(id, "RecordOfficeDecision");

        var refused = await host.DoAsync("examiner", (services, viewer, actor) => services.GetRequiredService<RecordOfficeDecision>().ExecuteAsync(
            item.Id, new("granted", Number, Monday), viewer, actor, default));

        Assert.Equal(("office.number-of-another", "patentNumber"), (Assert.Single(refused.Violations).Code, refused.Violations[0].Field));
        Assert.Equal("首饰盒", (await host.AskAsync(db => db.Designs.SingleAsync())).ProductName);
        Assert.Equal(other, (await host.AskAsync(db => db.Designs.SingleAsync())).ApplicationId);
    }

    internal static async Task<Guid> PassedAsync(CaseworkHost host, int seed, string user = "merchant", string firm = "firm")
    {
        var id = await host.FileAsync(seed, user, firm);
        await PassAsync(host, id);
        return id;
    }

    private static async Task PassAsync(CaseworkHost host, Guid id)
    {
        await ApplicationJourneyTests.DecideAsync(host, id, "pass", "");
        await host.RunAsync();
        await ApplicationJourneyTests.ConfirmIfDrawnAsync(host, id);
    }

    private static async Task<Result<WorkItem>> FileAsync(CaseworkHost host, Guid id, string number, DateOnly filed, DateOnly? accepted = null, string user = "merchant")
    {
        var item = await host.TaskAsync(id, RecordOfficeFiling.Task);
        return await host.DoAsync(user, (services, viewer, actor) =>
            services.GetRequiredService<RecordOfficeFiling>().ExecuteAsync(item.Id, number, filed, accepted ?? filed, viewer, actor, default));
    }
}
