using IpCenter.Casework.Applications;
using IpCenter.Casework.People;
using IpCenter.Casework.Results;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Tests.Firms;

/// <summary>A helper asks, the owner gives or refuses, narrows and takes back.</summary>
public sealed class MandateTests
{
    private static readonly DateOnly Until = new(2027, 5, 1);

    [Theory]
    [InlineData("", FirmPower.Act, "2027-05-01", "91371721AY4CL12THN", "mandate.purpose", "purpose")]
    [InlineData("代理", FirmPower.Govern, "2027-05-01", "91371721AY4CL12THN", "mandate.power", "power")]
    [InlineData("代理", null, "2027-05-01", "91371721AY4CL12THN", "mandate.power", "power")]
    [InlineData("代理", FirmPower.Act, null, "91371721AY4CL12THN", "mandate.until", "until")]
    [InlineData("代理", FirmPower.Act, "2026-11-15", "91371721AY4CL12THN", "mandate.past", "until")]
    [InlineData("代理", FirmPower.Act, "2027-11-18", "91371721AY4CL12THN", "mandate.too-long", "until")]
    [InlineData("代理", FirmPower.Act, "2027-05-01", "91371721MA3QK8T21U", "mandate.no-such-firm", "creditCode")]
    public async Task A_request_says_what_for_what_and_until_when(string purpose, FirmPower? power, string? until, string code, string violation, string field)
    {
        await using var host = await WithAgentAsync();

        var refused = await host.TryAsync<Mandate, GrantMandate>("helper", (use, viewer, actor) => use.RequestAsync(
            new()
            {
                Id = SampleCentre.IdOf("asked"),
                CreditCode = code,
                Purpose = purpose,
                Power = power,
                Until = until is null ? null : DateOnly.Parse(until, System.Globalization.CultureInfo.InvariantCulture),
            }, viewer, actor, default));

        Assert.Equal((violation, field), (Assert.Single(refused.Violations).Code, refused.Violations[0].Field));
    }

    [Theory]
    [InlineData(FirmPower.Act, "2027-05-01", null)]
    [InlineData(FirmPower.Read, "2027-01-01", null)]
    [InlineData(FirmPower.Notices, "2026-11-16", null)]
    [InlineData(FirmPower.Govern, "2027-05-01", "mandate.wider")]
    [InlineData(null, "2027-05-01", "mandate.wider")]
    [InlineData(FirmPower.Act, "2027-05-02", "mandate.longer")]
    [InlineData(FirmPower.Act, "2026-11-15", "mandate.past")]
    public async Task The_owner_may_give_less_and_never_more(FirmPower? power, string until, string? violation)
    {
        await using var host = await WithAgentAsync();
        var id = await AskAsync(host);

        var answered = await ConsentAsync(host, "merchant", id, power, DateOnly.Parse(until, System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal(violation, answered.Violations is [var why, ..] ? why.Code : null);
        var kept = await host.AskAsync(db => db.Mandates.SingleAsync(m => m.Id == id));
        Assert.Equal(violation is null ? power : null, kept.Granted);
    }

    [Theory]
    [InlineData("filer")]
    [InlineData("rival")]
    [InlineData("helper")]
    public async Task Nobody_but_an_owner_of_the_firm_consents(string user)
    {
        await using var host = await WithAgentAsync();
        await host.AddPersonAsync("filer", Roles.Merchant, FirmPower.Act);
        var id = await AskAsync(host);

        Assert.Equal("mandate.not-found", FirmDesk.CodeOf(await ConsentAsync(host, user, id, FirmPower.Read, Until)));
    }

    [Fact]
    public async Task A_helper_acts_until_the_last_day_and_not_after()
    {
        await using var host = await WithAgentAsync();
        CaseworkHost.Must(await ConsentAsync(host, "merchant", await AskAsync(host), FirmPower.Act, new DateOnly(2026, 11, 17)));
        host.Clock.Set(new DateTimeOffset(2026, 11, 17, 23, 59, 0, TimeSpan.FromHours(8)));
        var onTheLastDay = await StartAsync(host, "one");
        host.Clock.Advance(TimeSpan.FromMinutes(2));

        var after = await StartAsync(host, "two");

        Assert.True(onTheLastDay.Succeeded);
        Assert.Equal("firm.no-mandate", FirmDesk.CodeOf(after));
    }

    [Fact]
    public async Task What_the_firm_takes_back_ends_at_once_and_all_of_it_is_in_the_trail()
    {
        await using var host = await WithAgentAsync();
        var id = await AskAsync(host);
        CaseworkHost.Must(await ConsentAsync(host, "merchant", id, FirmPower.Act, Until));
        CaseworkHost.Must(await StartAsync(host, "one"));
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        CaseworkHost.Must(await host.TryAsync<Mandate, GrantMandate>("merchant", (use, viewer, actor) => use.RevokeAsync(id, "换代理", viewer, actor, default)));

        var saved = await host.TryAsync<DesignApplication, SaveDraft>("helper", (use, viewer, actor) =>
            use.ExecuteAsync(SampleCentre.IdOf("one"), f => f, "product", viewer, actor, default));

        Assert.Equal("case.not-found", FirmDesk.CodeOf(saved));
        Assert.Equal(["mandate.requested", "mandate.consented", "mandate.revoked"], await host.ActionsAsync(FirmDesk.FirmId));
        Assert.Equal(["mandate-consented", "mandate-revoked"], await host.NoticesOfAsync("helper"));
        Assert.Contains("mandate-requested", await host.NoticesOfAsync("merchant"));
    }

    [Fact]
    public async Task After_a_refusal_the_helper_may_ask_again_and_an_answered_request_is_not_answered_twice()
    {
        await using var host = await WithAgentAsync();
        var id = await AskAsync(host);
        CaseworkHost.Must(await host.TryAsync<Mandate, GrantMandate>("merchant", (use, viewer, actor) => use.RevokeAsync(id, null, viewer, actor, default)));

        Assert.Equal("mandate.answered", FirmDesk.CodeOf(await ConsentAsync(host, "merchant", id, FirmPower.Act, Until)));
        Assert.NotEqual(id, await AskAsync(host, "again"));
    }

    [Fact]
    public async Task A_merchant_asks_for_no_mandate_and_a_helper_gives_one_up()
    {
        await using var host = await WithAgentAsync();
        var id = await AskAsync(host);
        var merchant = await host.TryAsync<Mandate, GrantMandate>("rival", (use, viewer, actor) => use.RequestAsync(Input("x"), viewer, actor, default));

        CaseworkHost.Must(await host.TryAsync<Mandate, GrantMandate>("helper", (use, viewer, actor) => use.GiveUpAsync(id, viewer, actor, default)));

        Assert.Equal("mandate.helpers-only", FirmDesk.CodeOf(merchant));
        Assert.Contains("mandate-given-up", await host.NoticesOfAsync("merchant"));
    }

    private static async Task<CaseworkHost> WithAgentAsync()
    {
        var host = await SampleCentre.StartAsync();
        await host.AddPersonAsync("helper", Roles.Agent);
        return host;
    }

    private static MandateInput Input(string key) => new()
    {
        Id = SampleCentre.IdOf(key),
        CreditCode = "91371721ay4cl12thn ",
        Purpose = "代理外观设计申请",
        Power = FirmPower.Act,
        Until = Until,
    };

    private static async Task<Guid> AskAsync(CaseworkHost host, string key = "asked") =>
        CaseworkHost.Must(await host.TryAsync<Mandate, GrantMandate>("helper", (use, viewer, actor) => use.RequestAsync(Input(key), viewer, actor, default))).Id;

    private static Task<Result<Mandate>> ConsentAsync(CaseworkHost host, string user, Guid id, FirmPower? power, DateOnly? until) =>
        host.TryAsync<Mandate, GrantMandate>(user, (use, viewer, actor) => use.ConsentAsync(id, power, until, viewer, actor, default));

    private static Task<Result<DesignApplication>> StartAsync(CaseworkHost host, string key) =>
        host.TryAsync<DesignApplication, StartDraft>("helper", (use, viewer, actor) => use.ExecuteAsync(SampleCentre.IdOf(key), FirmDesk.FirmId, viewer, actor, default));
}
