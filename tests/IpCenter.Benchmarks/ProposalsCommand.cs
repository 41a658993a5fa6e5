using System.Globalization;
using System.Text.Json;
using IpCenter.Casework.Applications;
using IpCenter.Casework.Applications.Proposals;
using IpCenter.Casework.Formalities.Views;
using IpCenter.Casework.Images;
using IpCenter.Imaging;

namespace IpCenter.Benchmarks;

/// <summary>How often the view proposals are right, and how often the certain ones are, on products whose views are known.</summary>
internal static class ProposalsCommand
{
    private sealed record Known(ViewKind View, ViewCandidate Picture);

    /// <param name="folder">Holds <c>catalog.json</c> with designs and their views, as <c>data/demo/images</c> does.</param>
    public static async Task<int> RunAsync(string folder)
    {
        var designs = await ReadAsync(folder);
        Console.WriteLine($"{designs.Count} designs, {designs.Sum(design => design.Count)} pictures; file names and order hidden unless said otherwise");
        Console.WriteLine($"{"",-34}{"exact",8}{"or opposite",13}{"certain",9}{"right",8}{"likely",8}{"right",8}{"not sure",10}");
        Score("all seven at once", designs, (known, _) => known.Picture);
        Score("all seven, in order of capture", designs, (known, index) => known.Picture with { Order = index });
        Score("all seven, named files", designs, (known, _) => known.Picture with { FileName = $"{known.View}.jpg" });
        Score("front placed, six unsorted", designs, (known, _) => Place(known, ViewKind.Front));
        Score("front, left, top placed", designs, (known, _) => Place(known, ViewKind.Front, ViewKind.Left, ViewKind.Top));
        foreach (var left in new[] { ViewKind.Left, ViewKind.Perspective })
            Score($"only the {ViewNames.Of(left).Name.En.ToLowerInvariant()} unsorted", designs, (known, _) => known.View == left ? known.Picture : Place(known, known.View));
        Score("one picture alone", [.. designs.SelectMany(design => design.Select(known => (List<Known>)[known]))], (known, _) => known.Picture);
        return 0;
    }

    private static ViewCandidate Place(Known known, params ViewKind[] placed) =>
        placed.Contains(known.View) ? known.Picture with { Placed = known.View } : known.Picture;

    private static void Score(string name, List<List<Known>> designs, Func<Known, int, ViewCandidate> shown)
    {
        var answers = new List<(ViewKind View, ViewProposal Proposal)>();
        foreach (var design in designs)
        {
            var views = design.ToDictionary(known => known.Picture.Id, known => known.View);
            // In an order that says nothing, the same at every run.
            ViewCandidate[] pictures = [.. design.Select(shown).OrderBy(picture => picture.Id)];
            answers.AddRange(ViewProposer.Propose(pictures, ViewPositions.Standard).Select(proposal => (views[proposal.Picture], proposal)));
        }

        string Share(Func<(ViewKind View, ViewProposal Proposal), bool> which) => Percent(answers.Count(which), answers.Count);
        string Right(ProposalCertainty certainty) => Percent(
            answers.Count(answer => answer.Proposal.Certainty == certainty && answer.Proposal.Best == answer.View),
            answers.Count(answer => answer.Proposal.Certainty == certainty));
        Console.WriteLine($"{name,-34}{Share(answer => answer.Proposal.Best == answer.View),8}{Share(answer => answer.Proposal.Best == answer.View || answer.Proposal.Best == Opposite(answer.View)),13}"
            + $"{Share(answer => answer.Proposal.Certainty == ProposalCertainty.Certain),9}{Right(ProposalCertainty.Certain),8}"
            + $"{Share(answer => answer.Proposal.Certainty == ProposalCertainty.Likely),8}{Right(ProposalCertainty.Likely),8}{Share(answer => answer.Proposal.Certainty == ProposalCertainty.NotSure),10}");
    }

    private static ViewKind? Opposite(ViewKind view) => view switch
    {
        ViewKind.Front => ViewKind.Back,
        ViewKind.Back => ViewKind.Front,
        ViewKind.Left => ViewKind.Right,
        ViewKind.Right => ViewKind.Left,
        ViewKind.Top => ViewKind.Bottom,
        ViewKind.Bottom => ViewKind.Top,
        _ => null,
    };

    private static string Percent(int part, int all) => all == 0 ? "–" : (part / (double)all).ToString("P0", CultureInfo.InvariantCulture);

    private static async Task<List<List<Known>>> ReadAsync(string folder)
    {
        await using var reader = new ImageReader(new ImageReaderOptions(), TimeProvider.System);
        using var catalog = JsonDocument.Parse(await File.ReadAllBytesAsync(Path.Combine(folder, "catalog.json")));
        var random = new Random(7);
        List<List<Known>> designs = [];
        foreach (var design in catalog.RootElement.GetProperty("designs").EnumerateArray())
        {
            List<Known> views = [];
            foreach (var view in design.GetProperty("views").EnumerateArray())
            {
                var bytes = await File.ReadAllBytesAsync(Path.Combine(folder, view.GetProperty("file").GetString()!));
                if ((await reader.ReadAsync(bytes, CancellationToken.None)).Image is not { } image)
                    continue;
                views.Add(new(Enum.Parse<ViewKind>(view.GetProperty("position").GetString()!), new ViewCandidate
                {
                    Id = new Guid([.. Enumerable.Range(0, 16).Select(_ => (byte)random.Next(256))]),
                    Width = image.Info.Width,
                    Height = image.Info.Height,
                    Measured = PictureMeasuring.Measure(image.Raster),
                }));
            }
            designs.Add(views);
        }
        return designs;
    }
}
