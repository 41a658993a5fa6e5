using IpCenter.Casework.Audit;
using IpCenter.Casework.Clocks;
using IpCenter.Casework.Data;
using IpCenter.Casework.Notices;
using IpCenter.Casework.People;
using IpCenter.Casework.Results;

namespace IpCenter.Casework.Designs;

/// <summary>The holder sends in what happened to its right, with the document that shows it.</summary>
public sealed class ProposeRightChange(CaseworkDbContext db, RightAccess rights, ReceiveRightDocument documents, NoticeSending notices, AuditTrail audit)
{
    public const string Notice = "right-proposed";

    public async Task<Result<RightProposal>> ExecuteAsync(
        Guid id, Guid designId, RightFacts facts, SentFile? file, Viewer viewer, Actor actor, CancellationToken ct)
    {
        if (await db.RightProposals.FindAsync([id], ct) is { } existing)
            return viewer.ActsFor(existing.FirmId ?? Guid.Empty) ? existing : new RuleViolation("case.not-found");
        if (await rights.FindAsync(designId, viewer, ct) is not { } design || !RightAccess.IsHolder(design, viewer))
            return new RuleViolation("case.not-found");
        if (!RightRules.OwnersKinds.Contains(facts.Kind))
            return new RuleViolation("field.required", "kind");
        facts = facts.Trimmed() with { Corrects = null };
        var violations = RightRules.Missing(design, facts, ChinaTime.DateOf(actor.At));
        if (file is null)
            violations.Add(new("field.required", "file"));
        if (violations.Count == 0 && await rights.HistoryAsync(design, ct) is { } history)
            violations = RightRules.Conflicts(history, Draft(id, design, history.NextNumber, facts, actor));
        if (violations.Count > 0)
            return violations;
        var received = await documents.ExecuteAsync(designId, file!, "file", actor, ct);
        if (!received.Succeeded)
            return received.Violations.ToList();
        var proposal = new RightProposal
        {
            Id = id,
            DesignId = designId,
            FirmId = design.FirmId,
            Facts = facts,
            DocumentId = received.Value.Id,
            SubmittedBy = actor.PersonId,
            SubmittedByName = actor.Name,
            SubmittedAt = actor.At,
        };
        db.RightProposals.Add(proposal);
        audit.Record(actor, "right.proposed", $"design:{designId}", null, AuditVisibility.Parties,
            ("number", design.PatentNumber), ("entry", facts.Kind.ToString()));
        await notices.ToRolesAsync(Roles.ExaminingStaff, null, null, Notice, RightNotice.Arguments(design), actor.At, ct);
        return proposal;
    }

    /// <summary>As it would be recorded, to ask the rules before a person spends time on it.</summary>
    private static RightEntry Draft(Guid id, Design design, int number, RightFacts facts, Actor actor) => new()
    {
        Id = id,
        DesignId = design.Id,
        Number = number,
        Kind = facts.Kind,
        EffectiveOn = facts.EffectiveOn!.Value,
        Facts = facts,
        RecordedAt = actor.At,
        RecordedByName = actor.Name,
        StatusBefore = design.Status,
        OwnerBefore = design.OwnerName,
        FirmBefore = design.FirmId,
    };
}
