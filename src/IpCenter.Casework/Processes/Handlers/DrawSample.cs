using IpCenter.Casework.Cases;
using IpCenter.Casework.Data;
using IpCenter.Casework.Quality;
using IpCenter.Workflow.Runtime;

namespace IpCenter.Casework.Processes.Handlers;

/// <summary>Draws a stratified, capped share of the passed cases for a second reading.</summary>
public sealed class DrawSample(CaseworkDbContext db, DrawReading draw) : CaseTask(db)
{
    public override string TaskName => "DrawSample";

    protected override async Task<TaskResult> DoAsync(CaseFile file, WorkflowTaskContext context, CancellationToken ct) =>
        new((await draw.ExecuteAsync(file, context.Now, ct)).IsDrawn ? "sampled" : "not-sampled");
}
