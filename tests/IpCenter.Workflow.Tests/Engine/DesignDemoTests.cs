using IpCenter.Testing;
using IpCenter.Workflow.Definitions;
using IpCenter.Workflow.Engine;
using IpCenter.Workflow.Tests.Support;

namespace IpCenter.Workflow.Tests.Engine;

/// <summary>The demo that Elsa 3.7.1 ran, path by path: what was observed there must happen here.</summary>
public sealed class DesignDemoTests
{
    private static readonly WorkflowCatalog Catalog = WorkflowCatalog.Load(
        Repository.PathTo("tests/IpCenter.Workflow.Tests/Definitions"), Rules.For("CheckFormalities")).Catalog!;

    [Fact]
    public void It_starts_and_waits_for_the_check()
    {
        var drive = Start();
        var wait = Assert.Single(drive.Last.WaitsToAdd);
        Assert.Equal(("check", WaitKind.SystemTask, "CheckFormalities"), (wait.ActivityId, wait.Kind, wait.Name));
        Assert.Equal(new Dictionary<string, object?> { ["caseId"] = "c-1" }, wait.Payload);
    }

    [Fact]
    public void A_passed_check_waits_for_reply_and_for_ten_days()
    {
        var drive = Start().Done("check", "pass");
        Assert.Equal("deadline reply", drive.Waiting);
        Assert.Equal([(WaitKind.Event, "OfficeReply", null), (WaitKind.Timer, "Elsa.Delay", (DateTimeOffset?)EngineDrive.T0.AddHours(1).AddDays(10))],
            drive.Last.WaitsToAdd.Select(wait => (wait.Kind, wait.Name, wait.DueAt)));
    }

    [Fact]
    public void The_reply_first_cancels_the_deadline()
    {
        var drive = Start().Done("check", "pass").Done("reply", "granted");
        Assert.Equal((WorkflowStatus.Finished, "deadline", "replied", "granted"), (drive.Last.Status, drive.Cancelled, drive["outcome"], drive["reply"]));
        Assert.Equal("start check ok race reply replied first done", drive.Completed);
    }

    [Fact]
    public void The_deadline_first_cancels_the_reply()
    {
        var drive = Start().Done("check", "pass").Fire("deadline");
        Assert.Equal((WorkflowStatus.Finished, "reply", "expired"), (drive.Last.Status, drive.Cancelled, drive["outcome"]));
        Assert.Equal("start check ok race deadline expired first done", drive.Completed);
    }

    [Fact]
    public void A_failed_check_ends_it()
    {
        var drive = Start().Done("check", "fail");
        Assert.Equal((WorkflowStatus.Finished, "", ""), (drive.Last.Status, drive.Cancelled, drive["outcome"]));
        Assert.Equal("start check ok rejected", drive.Completed);
    }

    private static EngineDrive Start() => new(Catalog.Latest("design-demo"), new Dictionary<string, object?> { ["CaseId"] = "c-1" });
}
