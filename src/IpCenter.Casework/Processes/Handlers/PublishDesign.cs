using IpCenter.Casework.Applications;
using IpCenter.Casework.Audit;
using IpCenter.Casework.Cases;
using IpCenter.Casework.Data;
using IpCenter.Casework.Designs;
using IpCenter.Casework.Formalities;
using IpCenter.Casework.Office;
using IpCenter.Casework.SearchFeed;
using IpCenter.Workflow.Runtime;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Processes.Handlers;

/// <summary>A granted design enters the register with its current views: from now on everybody may find it.</summary>
public sealed class PublishDesign(CaseworkDbContext db, ApplicationFactsReading facts, AuditTrail audit) : CaseTask(db)
{
    public override string TaskName => "PublishDesign";

    protected override async Task<TaskResult> DoAsync(CaseFile file, WorkflowTaskContext context, CancellationToken ct)
    {
        if (await Db.Designs.AnyAsync(d => d.ApplicationId == file.Id, ct))
            return Done;
        var application = (await Db.Applications.FindAsync([file.Id], ct))!;
        var form = application.Form;
        var filedOn = application.OfficeFiledOn ?? application.AnnouncedOn!.Value;
        var design = await DesignAsync(application, context.Now, ct);
        design.ApplicationId = file.Id;
        design.FirmId = file.FirmId;
        // A joint right belongs to all of them, in the order of the request.
        design.OwnerName = string.Join('、', form.Applicants.Select(a => a.Name));
        design.ProductName = form.ProductName;
        design.Use = form.Brief.Use;
        design.LocarnoClass = form.LocarnoClass;
        design.BriefDescription = BriefDescriptionWriter.Write(await facts.ReadAsync(application, context.Now, ct)).Zh;
        design.FiledOn = filedOn;
        design.AnnouncedOn = application.AnnouncedOn!.Value;
        design.GrantNoticeOn = application.GrantNoticeOn;
        design.ExpiresOn = DesignTerm.ExpiryOf(filedOn);
        design.Status = DesignStatus.InForce;
        design.FeesReduced = form.Applicants.All(a => a.FeeReductionRequested);
        design.OwnerCount = form.Applicants.Count;
        design.Source = null;
        var number = 1 + (await Db.RightEntries.Where(e => e.DesignId == design.Id).MaxAsync(e => (int?)e.Number, ct) ?? 0);
        Db.RightEntries.Add(Granted(design, number, context.Now));
        foreach (var view in await Db.ApplicationViews.OfCountedDesigns(application).ToListAsync(ct))
            Db.DesignViews.Add(new DesignView
            {
                Id = Guid.CreateVersion7(context.Now),
                DesignId = design.Id,
                DesignNumber = view.DesignNumber,
                Position = view.Position,
                ImageId = view.ImageId,
            });
        Db.IndexedChanges.Add(new IndexedChange { Kind = IndexedKind.Design, SubjectId = design.Id, At = context.Now });
        Db.IndexedChanges.Add(new IndexedChange { Kind = IndexedKind.Application, SubjectId = file.Id, At = context.Now });
        audit.Record(Actor.System(context.Now, "granted"), "design.published", $"design:{design.Id}", file.Id, AuditVisibility.Parties,
            ("number", design.PatentNumber));
        return Done;
    }

    /// <summary>The first entry of its history: the right begins with the announcement (专利法40).</summary>
    private static RightEntry Granted(Design design, int number, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        DesignId = design.Id,
        Number = number,
        Kind = RightEntryKind.Granted,
        EffectiveOn = design.AnnouncedOn!.Value,
        Facts = new RightFacts { Kind = RightEntryKind.Granted, EffectiveOn = design.AnnouncedOn, DocumentOn = design.AnnouncedOn },
        RecordedAt = now,
        RecordedByName = Actor.SystemName,
        StatusBefore = design.Status,
        OwnerBefore = design.OwnerName,
        FirmBefore = design.FirmId,
        SystemKey = $"granted:{design.Id:N}",
    };

    /// <summary>A new design, or the one that an import of the bulletin brought in before the decision was recorded here.</summary>
    private async Task<Design> DesignAsync(DesignApplication application, DateTimeOffset now, CancellationToken ct)
    {
        if (await RegisterNumber.FindAsync(Db, application.PatentNumber!, ct) is { } known)
        {
            // Told when the grant was recorded; what came in since then is for a person to sort out.
            if (RegisterNumber.BelongsToAnother(known, application))
                throw new InvalidOperationException($"{application.PatentNumber} is the number of another right of the register ({known.Id}).");
            foreach (var view in await Db.DesignViews.Where(v => v.DesignId == known.Id && v.ReplacedAt == null).ToListAsync(ct))
                view.ReplacedAt = now;
            return known;
        }
        var design = new Design
        {
            Id = Guid.CreateVersion7(now),
            PatentNumber = application.PatentNumber!,
            OwnerName = "",
            ProductName = "",
            Use = "",
            LocarnoClass = "",
            BriefDescription = "",
            FiledOn = null,
            AnnouncedOn = null,
            ExpiresOn = null,
            PublishedAt = now,
        };
        Db.Designs.Add(design);
        return design;
    }
}
