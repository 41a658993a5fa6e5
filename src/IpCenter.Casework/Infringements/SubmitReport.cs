using IpCenter.Casework.Audit;
using IpCenter.Casework.Cases;
using IpCenter.Casework.Data;
using IpCenter.Casework.Evidence;
using IpCenter.Casework.People;
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
    public required IReadOnlyList<ReportFile> Files { get; init; }
}

public sealed record ReportFile(string FileName, ReadOnlyMemory<byte> Bytes);

/// <summary>
/// Takes in the report of a copy: evidence, number, clock and process in one save. One bad screenshot
/// among good ones is named and the good ones are kept for the next try by the browser's form.
/// </summary>
public sealed class SubmitReport(CaseworkDbContext db, ReceiveEvidence receive, OpenCase open, AuditTrail audit)
{
    public const string Definition = "infringement-report";

    public const int MaxFiles = 12;

    public async Task<Result<CaseFile>> ExecuteAsync(ReportInput input, Viewer viewer, Actor actor, CancellationToken ct)
    {
        if (await db.Cases.FindAsync([input.Id], ct) is { } existing)
            return viewer.ActsFor(existing.FirmId) ? existing : new RuleViolation("case.not-found");
        if (!viewer.ActsFor(input.FirmId))
            return new RuleViolation("firm.no-mandate");
        if (await CheckAsync(input, actor.At, ct) is { Count: > 0 } violations)
            return violations;

        List<RuleViolation> refused = [];
        foreach (var file in input.Files)
        {
            var received = await receive.ExecuteAsync(input.Id, file.FileName, file.Bytes, input.DeviceTime, actor, ct);
            if (!received.Succeeded)
                refused.AddRange(received.Violations.Select(v => v with { Field = "files" }));
        }
        if (refused.Count > 0)
            return refused;

        var file0 = new CaseFile
        {
            Id = input.Id,
            Kind = CaseKind.Infringement,
            Title = input.Account.Length > 0 ? input.Account : input.LinkOrRoom,
            FirmId = input.FirmId,
            OpenedBy = viewer.PersonId!.Value,
            OpenedAt = actor.At,
        };
        db.Cases.Add(file0);
        db.InfringementReports.Add(new InfringementReport
        {
            Id = input.Id,
            FirmId = input.FirmId,
            ReportedBy = viewer.PersonId.Value,
            Platform = input.Platform,
            LinkOrRoom = input.LinkOrRoom.Trim(),
            Account = input.Account.Trim(),
            SeenAt = input.SeenAt!.Value,
            Description = input.Description.Trim(),
            OwnDesignId = input.OwnDesignId,
            DeclaredTrueAt = actor.At,
        });
        await open.ExecuteAsync(file0, Definition, actor.At, ct);
        audit.Record(actor, "report.submitted", $"report:{input.Id}", input.Id, AuditVisibility.Parties,
            ("number", file0.Number), ("files", input.Files.Count.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        return file0;
    }

    private async Task<List<RuleViolation>> CheckAsync(ReportInput input, DateTimeOffset now, CancellationToken ct)
    {
        List<RuleViolation> violations = [];
        if (string.IsNullOrWhiteSpace(input.LinkOrRoom))
            violations.Add(new("report.link", "linkOrRoom"));
        if (input.SeenAt is null)
            violations.Add(new("field.required", "seenAt"));
        else if (input.SeenAt > now.AddMinutes(10))
            violations.Add(new("date.not-future", "seenAt"));
        if (input.Files.Count == 0)
            violations.Add(new("report.no-evidence", "files"));
        if (input.Files.Count > MaxFiles)
            violations.Add(new("report.too-many-files", "files", MaxFiles.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        if (!input.DeclaredTrue)
            violations.Add(new("report.declare", "declaredTrue"));
        if (input.OwnDesignId is { } design && !await db.Designs.AnyAsync(d => d.Id == design && d.FirmId == input.FirmId, ct))
            violations.Add(new("report.own-design", "ownDesignId"));
        return violations;
    }
}
