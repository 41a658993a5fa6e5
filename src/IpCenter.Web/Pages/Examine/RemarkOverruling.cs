using IpCenter.Casework.Examination;
using IpCenter.Casework.Results;
using IpCenter.Web.Hosting;
using IpCenter.Web.SignIn;

namespace IpCenter.Web.Pages.Examine;

/// <summary>What came of overruling a remark: shown beside it, with the rest of the page as it was sent.</summary>
public sealed record RemarkOverruling(Guid RemarkId, IReadOnlyList<RuleViolation> Refused)
{
    public bool Succeeded => Refused.Count == 0;
}

/// <summary>Overrules the remark whose button was pressed. The page stays, so that what else is typed on it is not lost.</summary>
public sealed class RemarkDesk(SavingBoundary saving, CurrentPerson me, OverruleRemark overrule)
{
    public async Task<RemarkOverruling> OverruleAsync(Guid remarkId, RemarkAnswers answers, CancellationToken ct)
    {
        var viewer = await me.ViewerAsync(ct);
        var why = answers.Why.GetValueOrDefault(remarkId) ?? "";
        var result = await saving.SaveAsync(stop => overrule.ExecuteAsync(remarkId, why, viewer, me.Actor(), stop), ct, mayRepeat: true);
        return new(remarkId, result.Violations);
    }
}
