using IpCenter.Casework.Applications;
using IpCenter.Casework.Audit;
using IpCenter.Casework.Cases;
using IpCenter.Casework.Data;
using IpCenter.Casework.Designs;
using IpCenter.Casework.Formalities;
using IpCenter.Casework.SearchFeed;
using IpCenter.Workflow.Runtime;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Processes.Handlers;

/// <summary>A granted design enters the register with its current views: from now on everybody may find it.</summary>
public sealed class PublishDesign(CaseworkDbContext db, ApplicationFactsReading facts, AuditTrail audit) : CaseTask(db)
{
    /// <summary>Term of a design filed since 2021-06-01 (Patent Law art. 42).</summary>
    private const int TermYears = 15;

    public override string TaskName => "PublishDesign";

    protected override async Task<TaskResult> DoAsync(CaseFile file, WorkflowTaskContext context, CancellationToken ct)
    {
        if (await Db.Designs.AnyAsync(d => d.ApplicationId == file.Id, ct))
            return Done;
        var application = (await Db.Applications.FindAsync([file.Id], ct))!;
        var form = application.Form;
        var filedOn = application.OfficeFiledOn ?? application.AnnouncedOn!.Value;
        var design = new Design
        {
            Id = Guid.CreateVersion7(context.Now),
            ApplicationId = file.Id,
            FirmId = file.FirmId,
            PatentNumber = application.PatentNumber!,
            OwnerName = form.Applicants[0].Name,
            ProductName = form.ProductName,
            Use = form.Brief.Use,
            LocarnoClass = form.LocarnoClass,
            BriefDescription = BriefDescriptionWriter.Write(await facts.ReadAsync(application, context.Now, ct)).Zh,
            FiledOn = filedOn,
            AnnouncedOn = application.AnnouncedOn!.Value,
            ExpiresOn = filedOn.AddYears(TermYears),
            PublishedAt = context.Now,
        };
        Db.Designs.Add(design);
        foreach (var view in await Db.ApplicationViews.Where(v => v.ApplicationId == file.Id && v.ReplacedAt == null).ToListAsync(ct))
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
}
