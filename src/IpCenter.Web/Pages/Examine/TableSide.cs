using System.Text.Json;
using IpCenter.Casework.Applications;
using IpCenter.Casework.Examination;
using IpCenter.Casework.Formalities.Facts;
using IpCenter.Casework.Formalities.Views;
using IpCenter.Web.Components;
using IpCenter.Web.Pages.Cases;
using IpCenter.Web.Pages.Compare;

namespace IpCenter.Web.Pages.Examine;

/// <summary>A picture that can lie on the right of the light table.</summary>
internal sealed record TableView(Guid ImageId, string Name);

/// <summary>Something that can be laid beside the case: a look-alike with all its pictures, or the case itself.</summary>
internal sealed record TableSide(string Key, IReadOnlyList<TableView> Views, IReadOnlyDictionary<Guid, Guid> Pairs)
{
    private const double WorthALook = 0.3;

    public ExaminedLead? Lead { get; private init; }

    /// <summary>The view of the case that the look-alike resembles.</summary>
    public Guid? Query => Lead?.QueryImageId;

    /// <summary>The picture that was found.</summary>
    public Guid? Found => Lead?.Lead.FoundImageId;

    public MatchBox? QueryBox => CasePictures.Box(Lead?.Lead.QueryRegion);

    public MatchBox? FoundBox => CasePictures.Box(Lead?.Lead.FoundRegion);

    public string? QueryBoxText => QueryBox is { } box ? ComparisonRequest.Text(box) : null;

    public string? FoundBoxText => FoundBox is { } box ? ComparisonRequest.Text(box) : null;

    public bool Mirrored => Lead is { Lead.Mirrored: true };

    public bool IsOpen => Lead is { Lead.Judgement: LeadJudgement.Open };

    public bool IsWorthALook => IsOpen && (Lead!.Lead.Probability >= WorthALook || Lead.Lead.IsUnpublished);

    /// <summary>What the script needs to lay it on the table without asking the server again.</summary>
    public string Data => JsonSerializer.Serialize(new
    {
        views = Views.Select(v => new { image = v.ImageId, name = v.Name, small = CasePictures.Of(v.ImageId, v.Name).Small, large = CasePictures.Of(v.ImageId, v.Name).Large }),
        pairs = Pairs,
        query = Query,
        found = Found,
        queryBox = QueryBoxText,
        foundBox = FoundBoxText,
        mirrored = Mirrored,
    });

    public static TableSide OfLead(ExaminedLead lead, IReadOnlyList<ApplicationView> views)
    {
        var several = lead.FoundViews.Any(v => v.DesignNumber > 1);
        return new(
            $"{lead.Lead.Id}",
            [.. lead.FoundViews.Select(v => new TableView(v.ImageId, v.Position.Length == 0 ? lead.Lead.FoundNumber
                : several ? ViewWords.Full(ApplicationKind.SimilarDesigns, v.DesignNumber, v.Position) : ViewWords.Of(v.Position)))],
            Pair(views, view => view.ImageId == lead.QueryImageId ? lead.Lead.FoundImageId : Counterpart(view, lead)))
        { Lead = lead };
    }

    /// <summary>Each view beside the one from the opposite side, which must show the same product to the same scale.</summary>
    public static TableSide OfOwn(ApplicationKind kind, IReadOnlyList<ApplicationView> views) => new(
        LightTable.Own,
        [.. views.Select(v => new TableView(v.ImageId, ViewWords.Full(kind, v.DesignNumber, v.Position))).DistinctBy(v => v.ImageId)],
        Pair(views, view => (views.FirstOrDefault(v => v.DesignNumber == view.DesignNumber && v.Position == Opposite(view.Position))
            ?? views[(views.ToList().IndexOf(view) + 1) % views.Count]).ImageId));

    /// <summary>Two places of a case may show the same picture.</summary>
    private static Dictionary<Guid, Guid> Pair(IReadOnlyList<ApplicationView> views, Func<ApplicationView, Guid> with) =>
        views.DistinctBy(v => v.ImageId).ToDictionary(v => v.ImageId, with);

    /// <summary>The same side of the other product, for a mirror image the opposite one; where it has none, the picture that was found.</summary>
    private static Guid Counterpart(ApplicationView view, ExaminedLead lead)
    {
        var wanted = lead.Lead.Mirrored && view.Position is nameof(ViewKind.Left) or nameof(ViewKind.Right) ? Opposite(view.Position) : view.Position;
        var same = lead.FoundViews.Where(v => v.Position == wanted).ToList();
        return (same.Find(v => v.DesignNumber == view.DesignNumber) ?? same.FirstOrDefault())?.ImageId ?? lead.Lead.FoundImageId;
    }

    private static string Opposite(string position) => position switch
    {
        nameof(ViewKind.Front) => nameof(ViewKind.Back),
        nameof(ViewKind.Back) => nameof(ViewKind.Front),
        nameof(ViewKind.Left) => nameof(ViewKind.Right),
        nameof(ViewKind.Right) => nameof(ViewKind.Left),
        nameof(ViewKind.Top) => nameof(ViewKind.Bottom),
        nameof(ViewKind.Bottom) => nameof(ViewKind.Top),
        _ => "",
    };
}
