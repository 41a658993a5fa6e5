using IpCenter.Workflow.Engine;
using IpCenter.Workflow.Tests.Support;

namespace IpCenter.Workflow.Tests.Engine;

/// <summary>Finish, Complete and Fault.</summary>
public sealed class EndingActivityTests
{
    [Theory]
    [InlineData("Elsa.End")]
    [InlineData("Elsa.Finish")]
    [InlineData("Elsa.Complete")]
    public void It_ends_the_instance_at_once_and_cancels_what_waits(string type)
    {
        var drive = new EngineDrive(new FlowText().Start().Fork("fork", "A", "B").Task("a").Task("b").Activity("over", type).End()
            .Arrows("start > fork", "fork.A > a > over", "fork.B > b > end").Definition());
        drive.Done("a");
        Assert.Equal(WorkflowStatus.Finished, drive.Last.Status);
        Assert.Equal("b", drive.Cancelled);
        Assert.Equal("", drive.Waiting);
    }

    [Fact]
    public void Complete_writes_its_outcomes_into_the_history()
    {
        var drive = new EngineDrive(new FlowText().Start()
            .Activity("over", "Elsa.Complete", ("outcomes", FlowText.Wrapped("Object", "Object", "[\"Granted\"]")))
            .Arrows("start > over").Definition());
        Assert.Equal("[\"Granted\"]", drive.Journal[^1].Detail);
    }

    [Fact]
    public void Fault_stops_the_instance_and_keeps_what_waits()
    {
        var drive = new EngineDrive(new FlowText().Start().Fork("fork", "A", "B").Task("a").Task("b")
            .Activity("broken", "Elsa.Fault", ("code", FlowText.Literal("String", "E7")), ("category", FlowText.Literal("String", "office")),
                ("message", FlowText.Script("String", "'no number for ' + 'case 1'"))).End()
            .Arrows("start > fork", "fork.A > a > broken", "fork.B > b > end").Definition());
        drive.Done("a");
        Assert.Equal(WorkflowStatus.Faulted, drive.Last.Status);
        Assert.Equal(new WorkflowFault("broken", "office: E7: no number for case 1"), drive.Last.Fault);
        Assert.Equal("b", drive.Waiting);
    }

    [Theory]
    [InlineData("Elsa.Finish")]
    [InlineData("Elsa.Complete")]
    [InlineData("Elsa.Fault")]
    public void Nothing_may_follow_it(string type)
    {
        var reading = new FlowText().Start().Activity("over", type).End().Arrows("start > over > end").Read();
        Assert.Contains(reading.Problems, problem => problem is { ActivityId: "over", JsonPath: "$.root.connections[1].source.port" });
    }
}
