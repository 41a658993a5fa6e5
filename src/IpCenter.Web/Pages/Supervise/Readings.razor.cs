using System.Globalization;
using IpCenter.Casework.Quality;
using IpCenter.Web.SignIn;
using Microsoft.AspNetCore.Components;

namespace IpCenter.Web.Pages.Supervise;

/// <summary>Second readings: what was drawn by which shares, what the readers said, what waits, and that each draw can be recomputed.</summary>
public sealed partial class Readings(ReadingsQuery query, CurrentPerson me, NavigationManager navigation)
{
    private static readonly int[] Choices = [7, 30, 90, 365];

    private ReadingsReport? _report;

    [SupplyParameterFromQuery] private int? Days { get; set; }

    private int Chosen => Days is { } days && Choices.Contains(days) ? days : 30;

    protected override async Task OnInitializedAsync()
    {
        _report = await query.ReadAsync(Chosen, await me.ViewerAsync(), me.Now, CancellationToken.None);
        if (_report is null)
            navigation.NotFound();
    }

    private static string Percent(int part, int whole) =>
        whole == 0 ? "–" : Share((double)part / whole);

    private static string Share(double share) => (share * 100).ToString("0.#", CultureInfo.InvariantCulture) + " %";
}
