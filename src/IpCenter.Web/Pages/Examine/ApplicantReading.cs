using IpCenter.Casework.AbnormalFilings;
using IpCenter.Casework.Data;
using IpCenter.Casework.Examination;
using IpCenter.Web.SignIn;

namespace IpCenter.Web.Pages.Examine;

/// <summary>
/// What the parts of a page read of other applications, each in a unit of its own: that they were seen is saved with the look,
/// whatever becomes of the page's own work.
/// </summary>
public sealed class ApplicantReading(IServiceScopeFactory scopes, CurrentPerson me)
{
    public Task<FilingHistory?> HistoryAsync(Guid caseId, Guid? openedFirm) =>
        InScopeAsync(async services => await services.GetRequiredService<FilingHistoryQuery>().ReadAsync(caseId, openedFirm, await me.ViewerAsync(), me.Actor(), CancellationToken.None));

    public Task<IReadOnlyList<AbnormalSign>> SignsAsync(Guid caseId) =>
        InScopeAsync(async services => await services.GetRequiredService<AbnormalSigns>().ReadAsync(caseId, await me.ViewerAsync(), me.Actor(), CancellationToken.None));

    private async Task<T> InScopeAsync<T>(Func<IServiceProvider, Task<T>> read)
    {
        await using var scope = scopes.CreateAsyncScope();
        var found = await read(scope.ServiceProvider);
        await scope.ServiceProvider.GetRequiredService<CaseworkDbContext>().SaveChangesAsync();
        return found;
    }
}
