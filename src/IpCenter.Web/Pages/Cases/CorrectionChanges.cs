using IpCenter.Casework.Applications;
using IpCenter.Casework.Data;
using IpCenter.Casework.Formalities.Facts;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Web.Pages.Cases;

/// <summary>An answer of the form before and after a correction.</summary>
/// <param name="Key">Of its label in the resources.</param>
public sealed record ChangedAnswer(string Key, string Before, string After);

/// <summary>A picture before and after a correction; <c>null</c> where there was, or is, none.</summary>
public sealed record ChangedView(string Name, Guid? Before, Guid? After);

/// <summary>A round of correction: what was asked, and what has changed since.</summary>
public sealed record CorrectionChanges(CorrectionRound Round, IReadOnlyList<ChangedAnswer> Answers, IReadOnlyList<ChangedView> Views);

/// <summary>Compares the rounds of correction of an application.</summary>
public sealed class CorrectionChangesQuery(CaseworkDbContext db)
{
    public async Task<IReadOnlyList<CorrectionChanges>> ReadAsync(DesignApplication application, CancellationToken ct)
    {
        var rounds = await db.CorrectionRounds.AsNoTracking()
            .Where(r => r.ApplicationId == application.Id).OrderBy(r => r.Number).ToListAsync(ct);
        if (rounds.Count == 0)
            return [];
        var views = await db.ApplicationViews.AsNoTracking().Where(v => v.ApplicationId == application.Id).ToListAsync(ct);
        return [.. rounds.Select((round, i) =>
        {
            var isLast = i == rounds.Count - 1;
            var after = isLast ? application.Form : rounds[i + 1].FormBefore;
            var until = isLast ? DateTimeOffset.MaxValue : rounds[i + 1].RequestedAt;
            return new CorrectionChanges(round, [.. Answers(round.FormBefore, after)], [.. Views(application.Form.Kind, views, round.RequestedAt, until)]);
        }).Reverse()];
    }

    private static IEnumerable<ChangedAnswer> Answers(ApplicationForm before, ApplicationForm after)
    {
        (string Key, Func<ApplicationForm, string> Read)[] answers =
        [
            ("product.name", f => f.ProductName),
            ("product.use", f => f.Brief.Use),
            ("sheet.class", f => f.LocarnoClass),
            ("brief.points", f => f.Brief.DesignPoints),
            ("brief.designated", f => f.Brief.DesignatedView),
            ("product.part", f => f.Brief.ProtectedPart),
            ("brief.colour", f => f.Brief.ColourClaimed ? "✓" : "–"),
            ("views.omit", f => string.Join("、", f.Brief.OmittedViews.Select(o => ViewWords.Of(o.View)))),
            ("people.applicants", f => string.Join("；", f.Applicants.Select(a => $"{a.Name} {a.Address} {a.Postcode}"))),
            ("people.designers", f => string.Join("、", f.Designers.Select(d => d.Name))),
            ("agency", f => f.Agency is { } agency ? $"{agency.Name} {agency.AttorneyName}" : ""),
        ];
        return answers.Select(a => new ChangedAnswer(a.Key, a.Read(before), a.Read(after))).Where(a => a.Before != a.After);
    }

    private static IEnumerable<ChangedView> Views(ApplicationKind kind, List<ApplicationView> views, DateTimeOffset from, DateTimeOffset until)
    {
        foreach (var place in views.GroupBy(v => (v.DesignNumber, v.Position)))
        {
            var before = place.Where(v => v.AddedAt <= from && (v.ReplacedAt is null || v.ReplacedAt > from)).MaxBy(v => v.AddedAt);
            var after = place.Where(v => v.AddedAt <= until && (v.ReplacedAt is null || v.ReplacedAt > until)).MaxBy(v => v.AddedAt);
            if (before?.Id != after?.Id)
                yield return new(ViewWords.Full(kind, place.Key.DesignNumber, place.Key.Position), before?.ImageId, after?.ImageId);
        }
    }
}
