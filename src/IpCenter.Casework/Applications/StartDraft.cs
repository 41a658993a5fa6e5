using IpCenter.Casework.Audit;
using IpCenter.Casework.Cases;
using IpCenter.Casework.Data;
using IpCenter.Casework.Firms;
using IpCenter.Casework.Formalities.Facts;
using IpCenter.Casework.People;
using IpCenter.Casework.Results;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Applications;

/// <summary>Opens a draft for a firm. The id comes from the form, so that a double click opens one draft.</summary>
public sealed class StartDraft(CaseworkDbContext db, AuditTrail audit)
{
    public async Task<Result<DesignApplication>> ExecuteAsync(Guid id, Guid firmId, Viewer viewer, Actor actor, CancellationToken ct)
    {
        if (!viewer.ActsFor(firmId))
            return new RuleViolation("firm.no-mandate");
        if (await db.Applications.FindAsync([id], ct) is { } existing)
            return existing.FirmId == firmId ? existing : new RuleViolation("case.not-found");

        var firm = await db.Firms.SingleAsync(f => f.Id == firmId, ct);
        db.Cases.Add(new CaseFile
        {
            Id = id,
            Kind = CaseKind.DesignApplication,
            Title = "",
            FirmId = firmId,
            OpenedBy = viewer.PersonId!.Value,
            OpenedAt = actor.At,
        });
        var application = new DesignApplication { Id = id, FirmId = firmId };
        // What the centre has is not asked again: the firm is the first applicant.
        application.Save(new ApplicationForm
        {
            Contact = new ContactFacts(firm.ContactName, firm.ContactPhone),
            Applicants =
            [
                new ApplicantFacts
                {
                    Name = firm.Name,
                    Kind = firm.Kind == FirmKind.IndividualBusiness ? ApplicantKind.IndividualBusiness : ApplicantKind.Enterprise,
                    Address = firm.Address,
                    Postcode = firm.Postcode,
                    IdentificationKind = IdentificationKind.UnifiedSocialCreditCode,
                    IdentificationNumber = firm.CreditCode,
                },
            ],
        }, "", actor.At);
        db.Applications.Add(application);
        audit.Record(actor, "application.drafted", $"application:{id}", id);
        return application;
    }
}
