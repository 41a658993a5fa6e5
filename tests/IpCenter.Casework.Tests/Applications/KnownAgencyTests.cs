using IpCenter.Casework.Applications;
using IpCenter.Casework.Formalities.Facts;
using IpCenter.Casework.People;
using IpCenter.Casework.Tests.Firms;
using Microsoft.Extensions.DependencyInjection;

namespace IpCenter.Casework.Tests.Applications;

/// <summary>An agency is typed once; who files for several firms never finds in one's form what another one chose.</summary>
public sealed class KnownAgencyTests
{
    private static readonly DateOnly Until = new(2027, 6, 1);

    private static readonly AgencyFacts Chosen = new() { Name = "菏泽甲代理", Code = "37999", AttorneyName = "陈正明", QualificationNumber = "3799900001", Phone = "0530-0000001" };

    private static readonly AgencyFacts Own = Chosen with { Name = "菏泽乙代理", Code = "37998" };

    [Fact]
    public async Task What_a_firm_wrote_is_offered_to_the_firm_and_to_no_other()
    {
        await using var host = await SampleCentre.StartAsync();
        await AppointAsync(host, "merchant", "firm", Chosen);

        Assert.Equal(Chosen, await OfferAsync(host, "merchant", "firm"));
        Assert.Null(await OfferAsync(host, "rival", "rival-firm"));
        Assert.Null(await OfferAsync(host, "rival", "firm"));
    }

    [Fact]
    public async Task An_agent_is_offered_the_own_agency_in_every_client_s_form_and_never_a_client_s_choice()
    {
        await using var host = await SampleCentre.StartAsync();
        await host.AddHelperAsync("agent", Roles.Agent, FirmPower.Act, Until);
        await host.AddMandateAsync("agent", FirmPower.Act, Until, "rival-firm");
        await AppointAsync(host, "merchant", "firm", Chosen);
        Assert.Null(await OfferAsync(host, "agent", "firm"));
        Assert.Null(await OfferAsync(host, "agent", "rival-firm"));

        await AppointAsync(host, "agent", "firm", Own);

        Assert.Equal(Own, await OfferAsync(host, "agent", "rival-firm"));
        Assert.Equal(Chosen, await OfferAsync(host, "merchant", "firm"));
        Assert.Null(await OfferAsync(host, "rival", "rival-firm"));
    }

    [Fact]
    public async Task Half_an_agency_is_not_kept()
    {
        await using var host = await SampleCentre.StartAsync();
        await AppointAsync(host, "merchant", "firm", Chosen with { QualificationNumber = " " });

        Assert.Null(await OfferAsync(host, "merchant", "firm"));
    }

    private static async Task AppointAsync(CaseworkHost host, string user, string firm, AgencyFacts agency)
    {
        var id = SampleCentre.IdOf($"draft:{user}:{firm}");
        await host.DoAsync(user, async (services, viewer, actor) =>
            CaseworkHost.Must(await services.GetRequiredService<StartDraft>().ExecuteAsync(id, SampleCentre.IdOf(firm), viewer, actor, default)));
        await host.SaveAsync(id, form => form with { Agency = agency }, user);
    }

    private static Task<AgencyFacts?> OfferAsync(CaseworkHost host, string user, string firm) => host.DoAsync(user, (services, viewer, _) =>
        services.GetRequiredService<KnownAgencies>().OfferAsync(SampleCentre.IdOf(firm), viewer, default));
}
