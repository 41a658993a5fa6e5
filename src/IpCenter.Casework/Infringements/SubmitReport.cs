using System.Globalization;
using IpCenter.Casework.Audit;
using IpCenter.Casework.Cases;
using IpCenter.Casework.Data;
using IpCenter.Casework.Evidence;
using IpCenter.Casework.Firms;
using IpCenter.Casework.People;
using IpCenter.Casework.ReferenceData;
using IpCenter.Casework.Results;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Infringements;

/// <summary>What a merchant reports.</summary>
public sealed record ReportInput
{
    /// <summary>Given by the form, so that a double click reports once.</summary>
    public required Guid Id { get; init; }

    public required Guid FirmId { get; init; }
    public required string Platform { get; init; }
    public required string LinkOrRoom { get; init; }
    public required string Account { get; init; }
    public required DateTimeOffset? SeenAt { get; init; }
    public required string Description { get; init; }
    public required Guid? OwnDesignId { get; init; }
    public required bool DeclaredTrue { get; init; }
    public required DateTimeOffset? DeviceTime { get; init; }

    /// <summary>Screenshots besides those that <see cref="StageEvidence"/> took in already.</summary>
    public required IReadOnlyList<ReportFile> Files { get; init; }
}

public sealed record ReportFile(string FileName, ReadOnlyMemory<byte> Bytes);

/// <summary>
/// Takes in the report of a copy: evidence, number, clock and process in one save. Screenshots that came before
/// (<see cref="StageEvidence"/>) belong to it already; one bad file among those sent along is named.
/// </summary>
public sealed class SubmitReport(
    CaseworkDbContext db, ReferenceLibrary reference, ReceiveEvidence receive, OpenCase open, AuditTrail audit)
{
    public const string Definition = "infringement-report";

    public const int MaxFiles = 12;

    public async Task<Result<CaseFile>> ExecuteAsync(ReportInput input, Viewer viewer, Actor actor, CancellationToken ct)
    {
        var draft = await db.Cases.FindAsync([input.Id], ct);
        if (draft is { IsDraft: false })
            return viewer.Sees(draft.FirmId) ? draft : new RuleViolation("case.not-found");
        if (!viewer.ActsFor(input.FirmId))
            return new RuleViolation("firm.no-mandate");
        if (!await FirmRecord.ExistsAsync(db, input.FirmId, ct))
            return new RuleViolation("firm.not-recorded");
        if (draft is not null && (draft.Kind != CaseKind.Infringement || draft.FirmId != input.FirmId))
            return new RuleViolation("case.not-found");
        if (await CheckAsync(input, actor.At, ct) is { Count: > 0 } violations)
            return violations;

        List<RuleViolation> refused = [];
        foreach (var sent in input.Files)
        {
            var received = await receive.ExecuteAsync(input.Id, sent.FileName, sent.Bytes, input.DeviceTime, actor, ct);
            if (!received.Succeeded)
                refused.AddRange(received.Violations.Select(v => v with { Field = "files" }));
        }
        if (refused.Count > 0)
            return refused;

        var file = draft ?? New(input, viewer, actor.At);
        file.Title = input.Account.Trim() is { Length: > 0 } account ? account : input.LinkOrRoom.Trim();
        db.InfringementReports.Add(new InfringementReport
        {
            Id = input.Id,
            FirmId = input.FirmId,
            ReportedBy = viewer.PersonId!.Value,
            Platform = input.Platform,
            LinkOrRoom = input.LinkOrRoom.Trim(),
            Account = input.Account.Trim(),
            SeenAt = input.SeenAt!.Value,
            Description = input.Description.Trim(),
            OwnDesignId = input.OwnDesignId,
            DeclaredTrueAt = actor.At,
        });
        await open.ExecuteAsync(file, Definition, actor.At, ct);
        audit.Record(actor, "report.submitted", $"report:{input.Id}", input.Id, AuditVisibility.Parties,
            ("number", file.Number), ("files", (await EvidenceCountAsync(input.Id, ct)).ToString(CultureInfo.InvariantCulture)));
        return file;
    }

    private CaseFile New(ReportInput input, Viewer viewer, DateTimeOffset at)
    {
        var file = new CaseFile
        {
            Id = input.Id,
            Kind = CaseKind.Infringement,
            Title = "",
            FirmId = input.FirmId,
            OpenedBy = viewer.PersonId!.Value,
            OpenedAt = at,
        };
        db.Cases.Add(file);
        return file;
    }

    private async Task<int> EvidenceCountAsync(Guid reportId, CancellationToken ct)
    {
        await db.EvidenceItems.Where(e => e.CaseId == reportId).LoadAsync(ct);
        return db.EvidenceItems.Local.Count(e => e.CaseId == reportId);
    }

    private async Task<List<RuleViolation>> CheckAsync(ReportInput input, DateTimeOffset now, CancellationToken ct)
    {
        List<RuleViolation> violations = [];
        if (!reference.Platforms.Knows(input.Platform))
            violations.Add(new("field.required", "platform"));
        if (string.IsNullOrWhiteSpace(input.LinkOrRoom))
            violations.Add(new("report.link", "linkOrRoom"));
        if (input.SeenAt is null)
            violations.Add(new("field.required", "seenAt"));
        else if (input.SeenAt > now.AddMinutes(10))
            violations.Add(new("date.not-future", "seenAt"));
        var files = await EvidenceCountAsync(input.Id, ct) + input.Files.Count;
        if (files == 0)
            violations.Add(new("report.no-evidence", "files"));
        if (files > MaxFiles)
            violations.Add(new("report.too-many-files", "files", MaxFiles.ToString(CultureInfo.InvariantCulture)));
        if (!input.DeclaredTrue)
            violations.Add(new("report.declare", "declaredTrue"));
        if (input.OwnDesignId is { } design && !await db.Designs.AnyAsync(d => d.Id == design && d.FirmId == input.FirmId, ct))
            violations.Add(new("report.own-design", "ownDesignId"));
        return violations;
    }
}
