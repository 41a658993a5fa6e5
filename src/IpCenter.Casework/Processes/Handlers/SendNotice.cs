using IpCenter.Casework.Audit;
using IpCenter.Casework.Cases;
using IpCenter.Casework.Data;
using IpCenter.Casework.Letters;
using IpCenter.Casework.Notices;
using IpCenter.Workflow.Runtime;

namespace IpCenter.Casework.Processes.Handlers;

/// <summary>Puts a notice of the process before the people whom it concerns; a formal one comes with its letter.</summary>
public sealed class SendNotice(CaseworkDbContext db, NoticeRouting routing, IssueLetter letters) : CaseTask(db)
{
    public override string TaskName => "SendNotice";

    protected override async Task<TaskResult> DoAsync(CaseFile file, WorkflowTaskContext context, CancellationToken ct)
    {
        var template = Text(context, "template");
        await routing.SendAsync(file, template, context.Now, ct);
        if (await Db.Applications.FindAsync([file.Id], ct) is { } application && LetterKinds.OfNotice(template, application) is { } kind)
            await letters.ExecuteAsync(file, kind, Actor.System(context.Now, template), ct);
        return Done;
    }
}
