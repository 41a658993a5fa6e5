using IpCenter.Casework.Audit;
using IpCenter.Casework.Data;
using IpCenter.Casework.Notices;
using IpCenter.Casework.People;
using IpCenter.Casework.Results;

namespace IpCenter.Casework.Designs;

/// <summary>What a person of the centre says to a proposed change.</summary>
/// <param name="DocumentNumber">The office's document, where the proposal named none or another.</param>
public sealed record ProposalDecision(bool Confirm, string DocumentNumber, DateOnly? DocumentOn, string Reason);

/// <summary>The centre confirms a proposed change, which then is an entry of the history, or refuses it with a reason.</summary>
public sealed class DecideRightProposal(CaseworkDbContext db, RightAccess rights, RecordRightEntry record, NoticeSending notices, AuditTrail audit)
{
    public const string RefusedNotice = "right-proposal-refused";

    public async Task<Result<RightProposal>> ExecuteAsync(Guid id, ProposalDecision decision, Viewer viewer, Actor actor, CancellationToken ct)
    {
        if (!viewer.IsExaminingStaff || await db.RightProposals.FindAsync([id], ct) is not { } proposal
            || await rights.FindAsync(proposal.DesignId, viewer, ct) is not { } design)
            return new RuleViolation("case.not-found");
        if (!proposal.IsOpen)
            return new RuleViolation("right.proposal-decided", null, proposal.DecidedByName!);
        return decision.Confirm
            ? await ConfirmAsync(proposal, design, decision, actor, ct)
            : await RefuseAsync(proposal, design, decision.Reason.Trim(), actor, ct);
    }

    private async Task<Result<RightProposal>> ConfirmAsync(RightProposal proposal, Design design, ProposalDecision decision, Actor actor, CancellationToken ct)
    {
        var facts = proposal.Facts with
        {
            DocumentNumber = decision.DocumentNumber.Trim() is { Length: > 0 } number ? number : proposal.Facts.DocumentNumber,
            DocumentOn = decision.DocumentOn ?? proposal.Facts.DocumentOn,
        };
        var recorded = await record.AddAsync(Guid.CreateVersion7(actor.At), design, facts, null, proposal.DocumentId, actor, ct);
        if (!recorded.Succeeded)
            return recorded.Violations.ToList();
        proposal.Decide(recorded.Value.Id, null, actor.PersonId!.Value, actor.Name, actor.At);
        return proposal;
    }

    private async Task<Result<RightProposal>> RefuseAsync(RightProposal proposal, Design design, string reason, Actor actor, CancellationToken ct)
    {
        if (reason.Length == 0)
            return new RuleViolation("field.required", "reason");
        proposal.Decide(null, reason, actor.PersonId!.Value, actor.Name, actor.At);
        audit.Record(actor.Because(reason), "right.proposal-refused", $"design:{design.Id}", null, AuditVisibility.Parties,
            ("number", design.PatentNumber), ("entry", proposal.Facts.Kind.ToString()));
        if (proposal.FirmId is { } firm)
            await notices.ToFirmAsync(firm, null, RefusedNotice, RightNotice.Arguments(design, ("reason", reason)), actor.At, ct);
        return proposal;
    }
}
