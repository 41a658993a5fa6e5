using System.Text.Json.Nodes;
using IpCenter.Workflow.Engine;
using IpCenter.Workflow.Runtime;
using IpCenter.Workflow.Tests.Support;

namespace IpCenter.Workflow.Tests.Engine;

/// <summary>The incident strategy of a definition.</summary>
public sealed class ContinueWithIncidentsTests
{
    [Fact]
    public void The_failed_activity_alone_waits_and_the_other_branch_goes_on()
    {
        var drive = new EngineDrive(Flow().Definition()).Done("check").Done("other");
        Assert.Equal(WorkflowStatus.Running, drive.Last.Status);
        Assert.Equal("ok", drive.Waiting);
        Assert.Contains("other", drive.Completed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_an_incident_that_a_person_retries()
    {
        using var host = new Host(Flow().Catalog());
        await host.StartAsync();
        await host.CompleteAsync("check", new TaskResult("pass", new Dictionary<string, object?> { ["truth"] = 3 }));
        var incident = host.WaitOf("ok");
        Assert.Equal((WaitKind.Fault, true, false), (incident.Kind, incident.IsIncident, incident.IsHeld));
        Assert.Contains("instead of true or false", incident.LastError!, StringComparison.Ordinal);
        Assert.False(host.WaitOf("other").IsHeld);
        Assert.Equal(ResumeOutcome.Resumed, await host.UseAsync((runtime, _) => runtime.RetryAsync(incident.Id, "again", EngineDrive.T0, default)));
        Assert.Equal("ok other", host.Waiting);
        Assert.NotEqual(incident.Id, host.WaitOf("ok").Id);
    }

    [Fact]
    public void An_unknown_strategy_is_refused()
    {
        var flow = Flow();
        flow.File["options"] = new JsonObject { ["incidentStrategyType"] = "My.Strategy, My" };
        Assert.Equal("$.options.incidentStrategyType", Assert.Single(flow.Read().Problems).JsonPath);
    }

    private static FlowText Flow()
    {
        var flow = new FlowText().Variable("R").Start().Fork("fork", "A", "B").Task("check", "R").Decision("ok", "variables.R.truth")
            .Task("other").Join("join", "WaitAllActive").End()
            .Arrows("start > fork", "fork.A > check > ok", "ok.True > join", "ok.False > join", "fork.B > other > join > end");
        flow.File["options"] = new JsonObject
        {
            ["incidentStrategyType"] = "Elsa.Workflows.IncidentStrategies.ContinueWithIncidentsStrategy, Elsa.Workflows.Core"
        };
        return flow;
    }
}
