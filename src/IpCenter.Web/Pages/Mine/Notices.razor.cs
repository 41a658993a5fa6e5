using IpCenter.Casework.AnnualFees;
using IpCenter.Casework.Designs;
using IpCenter.Casework.Notices;
using IpCenter.Casework.SavedSearches;
using IpCenter.Web.Components;
using IpCenter.Web.Hosting;
using IpCenter.Web.Pages.Cases;
using IpCenter.Web.SignIn;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace IpCenter.Web.Pages.Mine;

/// <summary>A person's notices: read by opening them, acknowledged where they ask for it, one press each.</summary>
public sealed partial class Notices(
    NoticesQuery query, ReadNotices reading, SavingBoundary boundary, CurrentPerson me, Flash flash, IStringLocalizer<Resources.Progress> texts, NavigationManager navigation)
{
    private MyNotices _mine = new([], 0, 0, 0, 0);

    [CascadingParameter] private HttpContext Http { get; set; } = null!;

    [SupplyParameterFromForm] private Answers Input { get; set; } = null!;

    [SupplyParameterFromQuery] private int Page { get; set; }

    [SupplyParameterFromQuery] private string? Show { get; set; }

    private NoticeFilter Filter => Show switch
    {
        "unread" => NoticeFilter.Unread,
        "to-acknowledge" => NoticeFilter.ToAcknowledge,
        _ => NoticeFilter.All,
    };

    private string Here => new Uri(navigation.Uri).PathAndQuery;

    protected override async Task OnInitializedAsync()
    {
        Input ??= new();
        _mine = await query.ReadAsync(await me.ViewerAsync(Http.RequestAborted), Filter, Page, Http.RequestAborted);
    }

    private async Task OpenAsync()
    {
        var opened = await boundary.SaveAsync(ct => reading.OneAsync(Input.Notice, me.Id!.Value, me.Now, ct), CancellationToken.None, mayRepeat: true);
        var notice = _mine.Notices.FirstOrDefault(n => n.Id == Input.Notice);
        navigation.NavigateTo((opened.Succeeded && notice is not null ? AddressOf(notice) : null) ?? Here);
    }

    private async Task AcknowledgeAsync()
    {
        var viewer = await me.ViewerAsync();
        var done = await boundary.SaveAsync(ct => reading.AcknowledgeAsync(Input.Notice, viewer, me.Actor(), ct), CancellationToken.None, mayRepeat: true);
        if (done.Succeeded)
            flash.Say(texts["notices.done"]);
        navigation.NavigateTo(Here);
    }

    private async Task ReadAsync()
    {
        await boundary.SaveAsync(ct => reading.AllAsync(me.Id!.Value, me.Now, ct), CancellationToken.None, mayRepeat: true);
        navigation.NavigateTo("/notices");
    }

    /// <summary>Where what it tells can be seen: the case, or the saved search that found something.</summary>
    private static string? AddressOf(MyNotice notice) => notice switch
    {
        { CaseId: { } id, Kind: { } kind } => CaseAddress.Of(kind, id),
        { CaseId: null } when notice.Arguments.GetValueOrDefault("toFirm") is { } firm => $"/firms/{firm}",
        { CaseId: null } when notice.Arguments.GetValueOrDefault("toMandate") is { } mandate => $"/firms/{mandate}",
        { CaseId: null } when notice.Arguments.GetValueOrDefault("toRecordal") is { } recordal => $"/recordals/{recordal}",
        { Template: ProposeRightChange.Notice or RemindAnnualFees.LapseNotice } => "/designs/changes",
        // Who has sold a right hears of it too, and sees the page that everybody sees.
        { Template: RecordRightEntry.Notice } => $"/register/{notice.Arguments.GetValueOrDefault("number")}",
        _ when notice.Arguments.GetValueOrDefault(RightNotice.Design) is { } design => $"/designs/{design}",
        { Template: SavedSearchNotice.Template } => $"/register/saved/{notice.Arguments.GetValueOrDefault(SavedSearchNotice.Search)}",
        _ => null,
    };

    private static string OpenWords(MyNotice notice) => notice switch
    {
        { CaseId: not null } => "notices.open",
        { Template: SavedSearchNotice.Template } => "notices.open.search",
        { Template: ProposeRightChange.Notice or RemindAnnualFees.LapseNotice } => "notices.open.changes",
        { Template: RecordRightEntry.Notice } => "notices.open.right",
        _ when notice.Arguments.ContainsKey(RightNotice.Design) => "notices.open.right",
        _ when notice.Arguments.ContainsKey("toFirm") || notice.Arguments.ContainsKey("toMandate") || notice.Arguments.ContainsKey("toRecordal") => "notices.open.firm",
        _ => "notices.open",
    };

    private static string AddressOf(NoticeFilter filter) => filter switch
    {
        NoticeFilter.Unread => "/notices?show=unread",
        NoticeFilter.ToAcknowledge => "/notices?show=to-acknowledge",
        _ => "/notices",
    };

    private sealed class Answers
    {
        public Guid Notice { get; set; }
    }
}
