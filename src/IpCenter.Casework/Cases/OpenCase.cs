using IpCenter.Casework.Clocks;
using IpCenter.Workflow.Runtime;

namespace IpCenter.Casework.Cases;

/// <summary>
/// The moment a case begins for the centre: number, first clock and process start together, in the
/// transaction of whatever submitted it.
/// </summary>
public sealed class OpenCase(CaseNumbers numbers, CaseClockwork clocks, WorkflowRuntime runtime)
{
    public async Task ExecuteAsync(CaseFile file, string definitionId, DateTimeOffset at, CancellationToken ct)
    {
        var number = await numbers.NextAsync(file.Kind, at, ct);
        await clocks.SwitchAsync(file.Id, ClockOwner.Centre, "submitted", at, ct);
        var caseId = file.Id.ToString();
        var instance = await runtime.StartAsync(definitionId, caseId, new Dictionary<string, object?> { ["CaseId"] = caseId }, at, ct);
        file.Submit(number, instance.Id, at);
    }
}
