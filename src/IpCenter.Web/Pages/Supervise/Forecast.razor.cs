using IpCenter.Casework.People;
using IpCenter.Casework.ReferenceData;
using IpCenter.Casework.Staffing;
using IpCenter.Web.SignIn;
using Microsoft.AspNetCore.Components;

namespace IpCenter.Web.Pages.Supervise;

/// <summary>Which open cases will miss their day, as the desk stands or as it would stand.</summary>
public sealed partial class Forecast(ForecastQuery query, StaffDesksQuery staff, ReferenceLibrary reference, CurrentPerson me, NavigationManager navigation)
{
    private const int MostDays = 60;

    private static readonly IReadOnlyList<string> RolesToAdd = [Roles.Examiner, Roles.Reviewer, Roles.RightsOfficer];

    private ForecastAnswer? _asItIs;
    private ForecastAnswer? _whatIf;
    private IReadOnlyList<StaffDesk> _people = [];
    private ForecastSettings _settings = null!;

    [SupplyParameterFromQuery(Name = "more")] private int? More { get; set; }

    [SupplyParameterFromQuery(Name = "role")] private string? Role { get; set; }

    [SupplyParameterFromQuery(Name = "absent")] private string? Absent { get; set; }

    [SupplyParameterFromQuery(Name = "days")] private int? Days { get; set; }

    [SupplyParameterFromQuery(Name = "order")] private string? Order { get; set; }

    private ForecastWhatIf WhatIf { get; set; } = new();

    private ForecastAnswer Shown => _whatIf ?? _asItIs!;

    protected override async Task OnInitializedAsync()
    {
        var viewer = await me.ViewerAsync();
        WhatIf = new(
            RolesToAdd.FirstOrDefault(r => r == Role) ?? Roles.Examiner,
            Math.Clamp(More ?? 0, 0, ForecastQuery.MostMore),
            Guid.TryParse(Absent, out var absent) ? absent : null,
            Math.Clamp(Days ?? 0, 0, MostDays),
            Enum.TryParse<ForecastOrder>(Order, out var order) && Enum.IsDefined(order) ? order : ForecastOrder.Due);
        _settings = reference.Desk.Forecast;
        _asItIs = await query.ReadAsync(new(), viewer, me.Now, CancellationToken.None);
        if (_asItIs is null)
        {
            navigation.NotFound();
            return;
        }
        _people = await staff.ReadAsync(viewer, me.Now, CancellationToken.None);
        if (!WhatIf.IsAsItIs)
            _whatIf = await query.ReadAsync(WhatIf, viewer, me.Now, CancellationToken.None);
    }

    private string Why(ForecastedTask forecast) => LateWords.Of(forecast, Shown.Names, T);
}
