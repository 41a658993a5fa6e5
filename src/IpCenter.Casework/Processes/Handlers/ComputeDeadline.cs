using IpCenter.Casework.Cases;
using IpCenter.Casework.Data;
using IpCenter.Casework.ReferenceData;
using IpCenter.Workflow.Runtime;

namespace IpCenter.Casework.Processes.Handlers;

/// <summary>Computes a date of the process by its rule and keeps the answer to "why this date?".</summary>
public sealed class ComputeDeadline(CaseworkDbContext db, DeadlineBook book, ReferenceLibrary reference) : CaseTask(db)
{
    public override string TaskName => "ComputeDeadline";

    protected override async Task<TaskResult> DoAsync(CaseFile file, WorkflowTaskContext context, CancellationToken ct)
    {
        var calendar = reference.Calendar;
        var deadline = await book.CountAsync(file, reference.Deadlines[Text(context, "deadline")], context.Now, [], calendar, ct);
        await book.EnterAsync(file, deadline, new DeadlineEntry(context.Now, context.ActivityId), calendar, context.Now, ct);
        return new TaskResult("computed", book.DatesOf(deadline, context.Now));
    }
}
