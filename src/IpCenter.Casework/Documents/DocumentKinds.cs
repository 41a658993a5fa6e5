using IpCenter.Casework.Applications;
using IpCenter.Casework.Formalities.Facts;

namespace IpCenter.Casework.Documents;

/// <summary>The kinds of documents of <c>data/documents.json</c>, and which of them an application calls for.</summary>
public sealed class DocumentKinds(DocumentFile file)
{
    /// <summary>Proof of the filing fee: owed by a promise, never by the form.</summary>
    public const string FeeProof = "fee-proof";

    /// <summary>Proof that the grant was registered and its fees were paid: owed by a promise too.</summary>
    public const string RegistrationProof = "registration-proof";

    /// <summary>What is owed by a promise, never by the form.</summary>
    public static IReadOnlyList<string> Proofs { get; } = [FeeProof, RegistrationProof];

    public IReadOnlyList<DocumentRule> All { get; } = file.Kinds;

    public long LargestBytes { get; } = file.LargestMegabytes * 1024L * 1024;

    public int LargestMegabytes => file.LargestMegabytes;

    public bool FeeProofMayFollow => file.FeeProofMayFollow;

    public DocumentRule? Find(string key) => All.FirstOrDefault(rule => rule.Key == key);

    public DocumentRule? Of(DocumentKind document) => All.FirstOrDefault(rule => rule.Document == document);

    /// <summary>What the answers call for: nobody is asked for more.</summary>
    public IReadOnlyList<DocumentRule> NeededBy(ApplicationForm form) =>
        [.. All.Where(rule => rule.Document is { } document && IsNeeded(document, form))];

    private static bool IsNeeded(DocumentKind document, ApplicationForm form) => document switch
    {
        DocumentKind.PowerOfAttorney => form.Agency is not null,
        DocumentKind.GracePeriodProof => form.Disclosure is { IsAnswered: true, IsExcused: true },
        // 细则第三十四条第一款: for a domestic claim number and day stand for the copy.
        DocumentKind.PriorityCopy => form.Priorities.Any(p => !p.IsDomestic),
        _ => false,
    };
}
