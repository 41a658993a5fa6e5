namespace IpCenter.Web.Pages.Apply;

/// <summary>What a form of the step "pictures" sends: one action about one place, or about pictures of the tray.</summary>
public sealed class ViewPost
{
    public const string Upload = "upload";
    public const string Remove = "remove";
    public const string Move = "move";
    public const string Omit = "omit";
    public const string TakeBack = "take-back";
    public const string Receive = "receive";
    public const string Place = "place";
    public const string PlaceAll = "place-all";
    public const string Discard = "discard";
    public const string Undo = "undo";

    public string? Action { get; set; }
    public int Design { get; set; } = 1;
    public string? Position { get; set; }
    public string? FurtherKind { get; set; }
    public Guid? ViewId { get; set; }
    public Guid? PictureId { get; set; }

    /// <summary>The change that is to be taken back, as the page showed it.</summary>
    public Guid? ChangeId { get; set; }

    /// <summary>A place: <c>Left</c>, or with its design <c>2:Left</c>.</summary>
    public string? Target { get; set; }

    /// <summary>The proposals as the person saw them, <c>picture:place</c> each.</summary>
    public List<string>? Seen { get; set; }

    public string? Reason { get; set; }
    public string? Counterpart { get; set; }
    public IFormFile? File { get; set; }
    public IFormFile? Photo { get; set; }
    public IReadOnlyList<IFormFile>? Files { get; set; }
    public IReadOnlyList<IFormFile>? Photos { get; set; }

    /// <summary>The action without the place that a button may carry: <c>place:1:Left</c>.</summary>
    public string Verb => Action?.Split(':', 2)[0] ?? "";

    /// <summary>The place that a button or the list beside it names.</summary>
    public (int Design, string Position) Chosen
    {
        get
        {
            var target = Action?.Split(':', 2) is [_, var carried] ? carried : Target ?? "";
            return target.Split(':', 2) is [var number, var position] && int.TryParse(number, System.Globalization.CultureInfo.InvariantCulture, out var design) ? (design, position) : (Design, target);
        }
    }

    public IEnumerable<IFormFile> Received => (Photos ?? []).Concat(Files ?? []).Where(file => file.Length > 0);
}
