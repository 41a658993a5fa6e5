using IpCenter.Casework.Formalities;
using IpCenter.Casework.Formalities.Catalogue;

namespace IpCenter.Casework.Applications;

/// <summary>Runs the formality check on an application as it stands.</summary>
public sealed class ApplicationCheck(ApplicationFactsReading facts, RuleCatalogue catalogue)
{
    public async Task<IReadOnlyList<Remark>> RunAsync(DesignApplication application, DateTimeOffset now, CancellationToken ct) =>
        FormalityChecker.Check(await facts.ReadAsync(application, now, ct), catalogue);
}
