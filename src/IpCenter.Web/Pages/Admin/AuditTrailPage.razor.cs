using System.Globalization;
using IpCenter.Casework.Audit;
using IpCenter.Casework.People;
using IpCenter.Web.Components;
using IpCenter.Web.Hosting;
using IpCenter.Web.SignIn;
using Microsoft.AspNetCore.Components;

namespace IpCenter.Web.Pages.Admin;

/// <summary>The audit trail, newest first, and the check of its chain.</summary>
public sealed partial class AuditTrailPage(
    AuditReading trail, CheckAuditChain chain, SavingBoundary boundary, CurrentPerson me, Flash flash, NavigationManager navigation)
{
    private AuditFilter _filter = AuditFilter.None;
    private AuditPage _page = new([], null, null);
    private RecordedAuditCheck? _last;
    private Viewer _viewer = Viewer.Anonymous;

    [SupplyParameterFromQuery] private string? Person { get; set; }

    [SupplyParameterFromQuery] private string? Number { get; set; }

    [SupplyParameterFromQuery] private string? Action { get; set; }

    [SupplyParameterFromQuery] private string? From { get; set; }

    [SupplyParameterFromQuery] private string? To { get; set; }

    [SupplyParameterFromQuery] private string? Before { get; set; }

    [SupplyParameterFromQuery] private string? After { get; set; }

    private string CsvAddress => navigation.GetUriWithQueryParameters("/admin/audit.csv", AuditAddress.Write(_filter));

    protected override async Task OnInitializedAsync()
    {
        _filter = AuditAddress.Read(Person, Number, Action, From, To);
        _viewer = await me.ViewerAsync();
        _page = await trail.PageAsync(_filter, PlaceOf(Before), PlaceOf(After), _viewer, CancellationToken.None);
        _last = await chain.FindLastAsync(CancellationToken.None);
    }

    private async Task CheckAsync()
    {
        await boundary.SaveAsync(ct => chain.ExecuteAsync(me.Actor(), ct), CancellationToken.None);
        flash.Say(T["check.done"]);
        navigation.NavigateTo("/admin/audit");
    }

    private string At(long? before, long? after) =>
        navigation.GetUriWithQueryParameters("/admin/audit", new Dictionary<string, object?>(AuditAddress.Write(_filter)) { ["before"] = before, ["after"] = after });

    /// <summary>All actions that the system knows, with their words, arguments left open.</summary>
    private IReadOnlyList<(string Code, string Text)> Actions() =>
        [.. DomainTexts.GetAllStrings(includeParentCultures: true)
            .Where(text => text.Name.StartsWith("action.", StringComparison.Ordinal))
            .Select(text => text.Name["action.".Length..])
            .Select(code => (code, Words.Action(code, "…", "…", "…", "…")))
            .OrderBy(action => action.code, StringComparer.Ordinal)];

    private static long? PlaceOf(string? text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var place) ? place : null;
}
