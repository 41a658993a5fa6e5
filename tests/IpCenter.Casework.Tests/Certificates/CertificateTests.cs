using IpCenter.Casework.Certificates;
using IpCenter.Casework.Designs;
using IpCenter.Casework.Results;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static IpCenter.Casework.Tests.Designs.SampleRights;

namespace IpCenter.Casework.Tests.Certificates;

public sealed class CertificateTests
{
    [Fact]
    public async Task A_certificate_is_authentic_and_still_so_until_something_public_is_recorded()
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await host.PublishAsync(Right());
        var certificate = CaseworkHost.Must(await IssueAsync(host, "merchant", id));

        Assert.Matches("^CX-Z-2026-00001-[0-9A-F]{8}$", certificate.Number);
        Assert.Equal(CertificateAnswer.StillSo, (await VerifyAsync(host, $" {certificate.Number.ToLowerInvariant()} ")).Answer);
        await RecordAsync(host, id, Facts(RightEntryKind.Licensed) with { Publicity = EntryPublicity.Hidden });
        Assert.Equal(CertificateAnswer.StillSo, (await VerifyAsync(host, certificate.Number)).Answer);
        await RecordAsync(host, id, Facts(RightEntryKind.Lapsed, new DateOnly(2026, 10, 9)));
        var changed = await VerifyAsync(host, certificate.Number);
        Assert.Equal((CertificateAnswer.ChangedSince, DesignStatus.InForce, DesignStatus.Lapsed), (changed.Answer, changed.Certified!.Status, changed.Today!.Status));
    }

    [Fact]
    public void A_pledge_that_was_stored_as_hidden_is_certified_without_its_party_and_a_hidden_licence_is_not()
    {
        var design = Right();
        var history = new RightHistory(design,
        [
            Entry(design, Facts(RightEntryKind.Licensed, new DateOnly(2026, 4, 1)) with { Publicity = EntryPublicity.Hidden }),
            Entry(design, Facts(RightEntryKind.Pledged) with { Publicity = EntryPublicity.Hidden }, 1),
        ]);

        var entry = Assert.Single(CertificateFacts.Of(design, history, Today).Entries);

        Assert.Equal((RightEntryKind.Pledged, null, null), (entry.Kind, entry.Party, entry.EndsOn));
    }

    [Fact]
    public async Task The_end_of_the_term_changes_what_stood_without_anybody_recording_it()
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await host.PublishAsync(Right(new DateOnly(2016, 11, 17)));
        var certificate = CaseworkHost.Must(await IssueAsync(host, "examiner", id));

        host.Clock.Advance(TimeSpan.FromDays(1));

        Assert.Equal(CertificateAnswer.ChangedSince, (await VerifyAsync(host, certificate.Number)).Answer);
    }

    [Fact]
    public async Task A_certificate_whose_stored_text_was_changed_proves_nothing()
    {
        await using var host = await SampleCentre.StartAsync();
        var certificate = CaseworkHost.Must(await IssueAsync(host, "examiner", await host.PublishAsync(Right())));

        await host.AskAsync(db => db.StatusCertificates.ExecuteUpdateAsync(set => set.SetProperty(c => c.Content, "{}")));

        var verdict = await VerifyAsync(host, certificate.Number);
        Assert.Equal(CertificateAnswer.Damaged, verdict.Answer);
        Assert.Null(verdict.Certified);
    }

    [Fact]
    public async Task A_revoked_certificate_says_so_and_only_the_staff_revoke()
    {
        await using var host = await SampleCentre.StartAsync();
        var certificate = CaseworkHost.Must(await IssueAsync(host, "merchant", await host.PublishAsync(Right())));

        Assert.Equal("case.not-found", Assert.Single((await RevokeAsync(host, "merchant", certificate.Id, "错")).Violations).Code);
        Assert.Equal("field.required", Assert.Single((await RevokeAsync(host, "examiner", certificate.Id, "")).Violations).Code);
        CaseworkHost.Must(await RevokeAsync(host, "examiner", certificate.Id, "权利人名称有误"));

        Assert.Equal(CertificateAnswer.Revoked, (await VerifyAsync(host, certificate.Number)).Answer);
    }

    [Fact]
    public async Task An_unknown_number_is_unknown_and_strangers_get_no_certificate()
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await host.PublishAsync(Right());

        Assert.Equal(new CertificateVerdict(CertificateAnswer.Unknown, null, null, null), await VerifyAsync(host, "CX-Z-2026-00001-00000000"));
        Assert.Equal("case.not-found", Assert.Single((await IssueAsync(host, "rival", id)).Violations).Code);
    }

    private static Task<Result<StatusCertificate>> IssueAsync(CaseworkHost host, string user, Guid design) =>
        host.DoAsync(user, (services, viewer, actor) => services.GetRequiredService<IssueCertificate>().ExecuteAsync(Guid.CreateVersion7(actor.At), design, viewer, actor, default));

    private static Task<Result<StatusCertificate>> RevokeAsync(CaseworkHost host, string user, Guid id, string reason) =>
        host.DoAsync(user, (services, viewer, actor) => services.GetRequiredService<IssueCertificate>().RevokeAsync(id, reason, viewer, actor, default));

    private static Task<CertificateVerdict> VerifyAsync(CaseworkHost host, string number) =>
        host.DoAsync("supervisor", (services, _, actor) => services.GetRequiredService<VerifyCertificate>().ExecuteAsync(number, actor.At, default));

    private static async Task RecordAsync(CaseworkHost host, Guid design, RightFacts facts) => CaseworkHost.Must(await host.DoAsync("examiner", (services, viewer, actor) =>
        services.GetRequiredService<RecordRightEntry>().ExecuteAsync(Guid.CreateVersion7(actor.At), design, facts, null, viewer, actor, default)));
}
