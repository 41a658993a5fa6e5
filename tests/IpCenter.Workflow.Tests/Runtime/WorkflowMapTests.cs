using IpCenter.Testing;
using IpCenter.Workflow.Definitions;
using IpCenter.Workflow.Runtime;
using IpCenter.Workflow.Tests.Support;

namespace IpCenter.Workflow.Tests.Runtime;

public sealed class WorkflowMapTests
{
    [Fact]
    public async Task It_shows_what_an_instance_did_and_what_it_waits_for()
    {
        var catalog = new FlowText().Variable("R").Start().Task("check", "R").Decision("ok", "variables.R.outcome === 'pass'").Task("last").End()
            .Arrows("start > check > ok", "ok.False > check", "ok.True > last", "last > end").Catalog();
        using var host = new Host(catalog);
        await host.StartAsync();
        await host.CompleteAsync("check", new TaskResult("no"));
        await host.CompleteAsync("check", new TaskResult("pass"));
        var map = WorkflowMap.Of(catalog.Latest("flow"), host.Database.Waits, host.Database.Journal);
        Assert.Equal([("start", 1), ("check", 2), ("ok", 2), ("last", 0), ("end", 0)], map.Activities.Select(a => (a.Id, a.TimesCompleted)));
        Assert.Equal([1, 2, 1, 1, 0], map.Connections.Select(c => c.TimesFollowed));
        Assert.Equal("last", Assert.Single(map.Activities, a => a.Waits.Count > 0).Id);
    }

    [Fact]
    public void It_carries_the_designers_places_and_texts()
    {
        var catalog = WorkflowCatalog.Load(Repository.PathTo("tests/IpCenter.Workflow.Tests/Definitions"), Rules.For("CheckFormalities")).Catalog!;
        var map = WorkflowMap.Of(catalog.Latest("design-demo"));
        var race = map.Activities.Single(activity => activity.Id == "race");
        Assert.Equal(new ActivityDesign(new DesignerPoint(720, 40), 180, 50, "Reply or deadline", null), race.Design);
        Assert.Equal([new DesignerPoint(600, 240)], map.Connections.Single(c => c.Connection.Target == "rejected").Connection.Vertices);
        Assert.Equal("start", map.Activities[0].Design.Text);
    }
}
