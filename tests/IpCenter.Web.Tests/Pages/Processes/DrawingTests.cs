using IpCenter.Casework.People;
using IpCenter.Web.Pages.Processes;
using IpCenter.Web.Tests.Infrastructure;
using IpCenter.Workflow.Definitions;
using Microsoft.Extensions.DependencyInjection;

namespace IpCenter.Web.Tests.Pages.Processes;

/// <summary>The drawings of the definitions that the centre runs.</summary>
public sealed class DrawingTests(WebFactory factory) : IClassFixture<WebFactory>
{
    /// <summary>Of the published version.</summary>
    private static string AddressOf(string id) => $"/processes/{id}/{(id == "design-application" ? 3 : 1)}";

    public static TheoryData<string> Definitions { get; } = ["court-referral", "design-application", "infringement-report"];

    [Theory]
    [MemberData(nameof(Definitions))]
    public async Task A_definition_is_drawn_and_listed_with_every_step_and_every_way(string id)
    {
        var definition = Definition(id);
        using var supervisor = await factory.SignedInAsAsync(Roles.Supervisor, "zh-CN");

        var page = await supervisor.GetPageAsync(AddressOf(id));

        var steps = definition.Activities.Select(a => a.Id).Order();
        Assert.Equal(steps, page.QuerySelectorAll(".flow-svg [data-step]").Select(box => box.GetAttribute("data-step")!).Order());
        Assert.Equal(steps, page.QuerySelectorAll(".step-list > li").Select(item => item.Id!["step-".Length..]).Order());
        Assert.Equal(definition.Connections.Count, page.QuerySelectorAll(".flow-line").Length);
        Assert.Equal(definition.Connections.Count, page.QuerySelectorAll(".step-way a").Length);
        Assert.All(page.QuerySelectorAll(".step-way a"), way =>
            Assert.NotNull(page.GetElementById(way.GetAttribute("href")!.Split('#')[1])));
        Assert.DoesNotContain("⟦", page.Body!.TextContent, StringComparison.Ordinal);
        var region = page.QuerySelector(".flow-scroll")!;
        Assert.Equal("0", region.GetAttribute("tabindex"));
        Assert.False(string.IsNullOrEmpty(region.GetAttribute("aria-label")));
    }

    [Theory]
    [MemberData(nameof(Definitions))]
    public async Task Steps_and_ways_are_named_in_the_language_of_the_reader(string id)
    {
        using var english = await factory.SignedInAsAsync(Roles.Supervisor, "en");
        using var chinese = factory.CreatePlainClient("zh-CN");
        await chinese.SignInAsync((await factory.AddPersonAsync(Roles.Admin)).UserName!);

        var inEnglish = (await english.GetPageAsync(AddressOf(id))).QuerySelectorAll(".flow-name, .flow-caption, .flow-port, .step-what, .step-way");
        var inChinese = (await chinese.GetPageAsync(AddressOf(id))).QuerySelectorAll(".flow-name, .flow-caption, .flow-port, .step-what");

        Assert.DoesNotContain(inEnglish, text => text.Text().Any(letter => letter >= '\u4E00'));
        Assert.All(inChinese, text => Assert.Contains(text.Text(), letter => letter >= '\u4E00'));
    }

    [Theory]
    [MemberData(nameof(Definitions))]
    public void Boxes_stand_apart_and_no_arrow_runs_through_a_box(string id)
    {
        var drawing = Draw(id);
        var crossings =
            from arrow in drawing.Arrows
            from stretch in arrow.Points.Zip(arrow.Points.Skip(1))
            from box in drawing.Boxes
            where MeetsInside(box.Frame, stretch.First, stretch.Second)
            select $"{arrow.Connection.Source} → {arrow.Connection.Target} through {box.Id}";
        var overlaps =
            from pair in drawing.Boxes.Index()
            from other in drawing.Boxes.Skip(pair.Index + 1)
            where pair.Item.Frame.Left < other.Frame.Right && other.Frame.Left < pair.Item.Frame.Right
                && pair.Item.Frame.Top < other.Frame.Bottom && other.Frame.Top < pair.Item.Frame.Bottom
            select $"{pair.Item.Id} over {other.Id}";

        Assert.Empty(crossings);
        Assert.Empty(overlaps);
    }

    [Theory]
    [MemberData(nameof(Definitions))]
    public void Arrows_that_have_neither_end_in_common_never_run_on_top_of_each_other(string id)
    {
        var stretches = (
            from arrow in Draw(id).Arrows
            from stretch in arrow.Points.Zip(arrow.Points.Skip(1))
            select (arrow.Connection, stretch.First, stretch.Second)).ToList();
        var shared =
            from pair in stretches.Index()
            from other in stretches.Skip(pair.Index + 1)
            where pair.Item.Connection.Source != other.Connection.Source && pair.Item.Connection.Target != other.Connection.Target
                && RunTogether(pair.Item.First, pair.Item.Second, other.First, other.Second)
            select $"{pair.Item.Connection} and {other.Connection}";

        Assert.Empty(shared);
    }

    private WorkflowDefinition Definition(string id) => factory.Services.GetRequiredService<WorkflowCatalog>().Latest(id);

    private FlowDrawing Draw(string id)
    {
        using var scope = factory.Services.CreateScope();
        return FlowDrawing.Of(Definition(id), scope.ServiceProvider.GetRequiredService<StepWords>());
    }

    private static bool MeetsInside(FlowFrame box, DesignerPoint a, DesignerPoint b) =>
        Math.Min(a.X, b.X) < box.Right - 1 && Math.Max(a.X, b.X) > box.Left + 1 && Math.Min(a.Y, b.Y) < box.Bottom - 1 && Math.Max(a.Y, b.Y) > box.Top + 1;

    private static bool RunTogether(DesignerPoint a, DesignerPoint b, DesignerPoint c, DesignerPoint d) =>
        a.Y == b.Y && c.Y == d.Y && a.Y == c.Y ? Overlap(a.X, b.X, c.X, d.X) > 1
        : a.X == b.X && c.X == d.X && a.X == c.X && Overlap(a.Y, b.Y, c.Y, d.Y) > 1;

    private static double Overlap(double a, double b, double c, double d) => Math.Min(Math.Max(a, b), Math.Max(c, d)) - Math.Max(Math.Min(a, b), Math.Min(c, d));
}
