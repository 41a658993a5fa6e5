using IpCenter.Casework.Applications;
using IpCenter.Casework.Applications.Proposals;
using IpCenter.Casework.Formalities.Facts;
using IpCenter.Casework.Formalities.Views;
using IpCenter.Casework.Images;
using IpCenter.Imaging;
using IpCenter.Testing;

namespace IpCenter.Casework.Tests.Applications;

/// <summary>The project's own pictures, their names and their order hidden; the whole figures are those of the benchmark command "proposals".</summary>
public sealed class ViewProposerTests(DemoViews demo) : IClassFixture<DemoViews>
{
    private static readonly Dictionary<ViewKind, ViewKind> Opposite = new()
    {
        [ViewKind.Front] = ViewKind.Back,
        [ViewKind.Back] = ViewKind.Front,
        [ViewKind.Left] = ViewKind.Right,
        [ViewKind.Right] = ViewKind.Left,
        [ViewKind.Top] = ViewKind.Bottom,
        [ViewKind.Bottom] = ViewKind.Top,
        [ViewKind.Perspective] = ViewKind.Perspective,
    };

    [Fact]
    public void What_is_called_certain_is_right()
    {
        var wrong = from design in DemoViews.Designs
                    from placed in new[] { Array.Empty<ViewKind>(), [ViewKind.Front], [ViewKind.Front, ViewKind.Left, ViewKind.Top] }
                    from answer in Propose(design, placed)
                    where answer.Proposal.Certainty == ProposalCertainty.Certain && answer.Proposal.Best != answer.View
                    select $"{design} {answer.View}: {answer.Proposal.Best}";

        Assert.Empty(wrong);
    }

    [Fact]
    public void Seven_pictures_at_once_are_told_but_for_which_of_two_opposite_sides()
    {
        var answers = DemoViews.Designs.SelectMany(design => Propose(design)).ToList();

        Assert.True(answers.Count(answer => answer.Proposal.Best == answer.View || answer.Proposal.Best == Opposite[answer.View]) >= answers.Count * 0.9);
        // Front or back, left or right: without a name or a placed view nothing tells them apart, and nothing is pretended.
        Assert.All(
            answers.Where(answer => answer.Proposal.Best != answer.View),
            answer => Assert.Equal(ProposalCertainty.NotSure, answer.Proposal.Certainty));
    }

    [Fact]
    public void The_last_missing_side_is_certain_with_its_reasons()
    {
        var (_, proposal) = Assert.Single(Propose("wood-stool-01", [.. ViewPositions.Standard.Where(kind => kind != ViewKind.Left)]));

        Assert.Equal((ViewKind.Left, ProposalCertainty.Certain), (proposal.Best!.Value, proposal.Certainty));
        Assert.Contains(proposal.Reasons, reason => reason.Zh.Contains("轮廓与“右视图”互为镜像", StringComparison.Ordinal) && reason.En.Contains("mirrors that of the right view", StringComparison.Ordinal));
        Assert.Contains(proposal.Reasons, reason => reason.Zh.StartsWith("高度与“主视图”“后视图”“右视图”一致", StringComparison.Ordinal));
    }

    [Fact]
    public void One_picture_alone_is_not_guessed()
    {
        var proposal = Assert.Single(ViewProposer.Propose([demo.Of("wood-box-01", ViewKind.Front)], ViewPositions.Standard));

        Assert.Equal(ProposalCertainty.NotSure, proposal.Certainty);
        Assert.True(proposal.Options.Count > 1);
    }

    [Fact]
    public void A_file_s_name_is_believed()
    {
        var named = demo.Of("wood-box-01", ViewKind.Left) with { FileName = "后视图.jpg" };

        var proposal = Assert.Single(ViewProposer.Propose([named], ViewPositions.Standard));

        Assert.Equal((ViewKind.Back, ProposalCertainty.Certain), (proposal.Best!.Value, proposal.Certainty));
        Assert.Equal("文件名就是这么写的", proposal.Reasons[0].Zh);
    }

    [Fact]
    public void The_order_of_capture_breaks_a_tie_and_makes_nothing_certain()
    {
        ViewCandidate[] pair = [demo.Of("dress-01", ViewKind.Front) with { Order = 0 }, demo.Of("dress-01", ViewKind.Back) with { Order = 1 }];

        var proposals = ViewProposer.Propose(pair, [ViewKind.Front, ViewKind.Back]);

        Assert.Equal([ViewKind.Front, ViewKind.Back], proposals.Select(proposal => proposal.Best!.Value));
        Assert.All(proposals, proposal => Assert.NotEqual(ProposalCertainty.Certain, proposal.Certainty));
        Assert.Contains(proposals[0].Reasons, reason => reason.En == "in the usual order of taking, this view comes here");
    }

    [Fact]
    public void A_scene_is_a_use_reference()
    {
        var scene = demo.Of("dress-01", ViewKind.Front) with { Measured = new PictureMeasurements { BackgroundUniformity = 0.2 } };

        Assert.Equal(ViewKind.UseReference, Assert.Single(ViewProposer.Propose([scene], ViewPositions.Standard)).Best);
    }

    [Fact]
    public void No_view_is_proposed_twice_and_none_that_is_placed()
    {
        foreach (var design in DemoViews.Designs)
        {
            var proposed = Propose(design, ViewKind.Front).Select(answer => answer.Proposal).Where(proposal => proposal.Certainty == ProposalCertainty.Certain).Select(proposal => proposal.Best).ToList();
            Assert.DoesNotContain(ViewKind.Front, proposed.OfType<ViewKind>());
            Assert.Equal(proposed.Count, proposed.Distinct().Count());
        }
    }

    [Fact]
    public void A_picture_that_could_not_be_measured_is_proposed_as_something_without_failing() =>
        Assert.Equal(ProposalCertainty.NotSure, Assert.Single(ViewProposer.Propose([new ViewCandidate { Id = Guid.Empty, Width = 1, Height = 1 }], ViewPositions.Standard)).Certainty);

    private IEnumerable<(ViewKind View, ViewProposal Proposal)> Propose(string design, params ViewKind[] placed)
    {
        var views = ViewPositions.Standard.ToDictionary(kind => demo.Of(design, kind).Id, kind => kind);
        // The order of the ids says nothing of the views.
        var candidates = views.OrderBy(view => view.Key).Select(view => demo.Of(design, view.Value) with { Placed = placed.Contains(view.Value) ? view.Value : null });
        return ViewProposer.Propose([.. candidates], ViewPositions.Standard).Select(proposal => (views[proposal.Picture], proposal));
    }
}

/// <summary>Some products of the demo, of each trade and of each kind of body, measured once.</summary>
public sealed class DemoViews : IAsyncLifetime
{
    private readonly Dictionary<(string, ViewKind), ViewCandidate> _views = [];

    public static IReadOnlyList<string> Designs { get; } = ["dress-01", "skirt-02", "vest-01", "fan-01", "wood-stool-01", "wood-box-01", "wood-child-chair-01", "wood-tray-01"];

    public ViewCandidate Of(string design, ViewKind view) => _views[(design, view)];

    public async Task InitializeAsync()
    {
        await using var reader = new ImageReader(new ImageReaderOptions(), TimeProvider.System);
        foreach (var design in Designs)
            foreach (var kind in ViewPositions.Standard)
            {
                var file = $"{design}/{kind.ToString().ToLowerInvariant()}.jpg";
                var image = (await reader.ReadAsync(await File.ReadAllBytesAsync(Repository.PathTo($"data/demo/images/{file}")), CancellationToken.None)).Image!;
                _views[(design, kind)] = new ViewCandidate { Id = SampleCentre.IdOf(file), Width = image.Info.Width, Height = image.Info.Height, Measured = PictureMeasuring.Measure(image.Raster) };
            }
    }

    public Task DisposeAsync() => Task.CompletedTask;
}
