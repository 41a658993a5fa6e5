using IpCenter.Casework.AbnormalFilings;
using IpCenter.Casework.Data;
using IpCenter.Casework.Examination;
using IpCenter.Casework.Firms;
using IpCenter.Casework.Staffing;
using IpCenter.Web.SignIn;

namespace IpCenter.Web.Pages.Examine;

/// <summary>
/// What the parts of a page read of other applications, each in a unit of its own: that they were seen is saved with the look,
/// whatever becomes of the page's own work.
/// </summary>
public sealed class ApplicantReading(IServiceScopeFactory scopes, LinkedFirmsCache links, CurrentPerson me)
{
    private Task<bool>? _keptOut;

    public Task<FilingHistory?> HistoryAsync(Guid caseId, Guid? openedFirm) =>
        InScopeAsync(async services => await services.GetRequiredService<FilingHistoryQuery>().ReadAsync(caseId, openedFirm, await me.ViewerAsync(), me.Actor(), CancellationToken.None));

    public Task<IReadOnlyList<AbnormalSign>> SignsAsync(Guid caseId) =>
        InScopeAsync(async services => await services.GetRequiredService<AbnormalSigns>().ReadAsync(caseId, await me.ViewerAsync(), me.Actor(), CancellationToken.None));

    /// <summary>Whether the person of the staff has to keep out of the case: parts that are closed to them say so instead of standing empty.</summary>
    public Task<bool> IsKeptOutAsync(Guid caseId) => _keptOut ??= InScopeAsync(async services =>
        await me.ViewerAsync() is { IsExaminingStaff: true, PersonId: { } person }
        && await services.GetRequiredService<TaskConflicts>().OfCaseAsync(caseId, person, me.Now, CancellationToken.None) is not null);

    private async Task<T> InScopeAsync<T>(Func<IServiceProvider, Task<T>> read)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<LinkedFirmsCache>().ShareWith(links);
        var found = await read(scope.ServiceProvider);
        await scope.ServiceProvider.GetRequiredService<CaseworkDbContext>().SaveChangesAsync();
        return found;
    }
}
