using IpCenter.Casework.Data;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Applications;

/// <summary>
/// Pictures of designs that the form no longer counts. They were checked by nobody and belong to no filing: at every handing in they
/// are put aside, and nothing of them is ever published.
/// </summary>
public static class SurplusViews
{
    /// <summary>The views that belong to the application as it stands.</summary>
    public static IQueryable<ApplicationView> OfCountedDesigns(this IQueryable<ApplicationView> views, DesignApplication application)
    {
        var counted = Counted(application.Form);
        return views.Where(v => v.ApplicationId == application.Id && v.ReplacedAt == null && v.DesignNumber <= counted);
    }

    /// <summary>Puts the surplus aside; the pictures stay in the vault.</summary>
    public static async Task SetAsideSurplusAsync(this CaseworkDbContext db, DesignApplication application, DateTimeOffset at, CancellationToken ct)
    {
        var counted = Counted(application.Form);
        foreach (var surplus in await db.ApplicationViews
            .Where(v => v.ApplicationId == application.Id && v.ReplacedAt == null && v.DesignNumber > counted).ToListAsync(ct))
            surplus.Replace(at);
    }

    internal static int Counted(ApplicationForm form) => Math.Max(1, form.DesignCount);
}
