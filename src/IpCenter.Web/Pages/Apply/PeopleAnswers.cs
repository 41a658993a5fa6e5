using System.Diagnostics.CodeAnalysis;
using IpCenter.Casework.Applications;
using IpCenter.Casework.Formalities.Facts;

namespace IpCenter.Web.Pages.Apply;

/// <summary>The answers about people and documents as a form sends them.</summary>
public sealed class PeopleAnswers
{
    public const string Here = "here";
    public const string Later = "later";

    private static readonly char[] Separators = ['\n', '\r', '、', '，', ',', ';', '；'];

    [AllowNull]
    public List<ApplicantAnswers> Applicants { get; set => field = value ?? []; } = [];

    public string? Designers { get; set; }

    /// <summary>Nationality of the first designer, two letters.</summary>
    public string? DesignerCountry { get; set; }
    public string? ContactName { get; set; }
    public string? ContactPhone { get; set; }
    public bool Reduction { get; set; }
    public AgencyAnswers? Agency { get; set; }

    [AllowNull]
    public List<PriorityAnswers> Priorities { get; set => field = value ?? []; } = [];

    // A form without any such answer sends none, and none is bound as null.
    [AllowNull]
    public Dictionary<string, string> Documents { get; set => field = value ?? []; } = [];
    public bool Divisional { get; set; }
    public bool Filed { get; set; }
    public bool Hague { get; set; }
    public bool Promised { get; set; }

    public static PeopleAnswers Of(ApplicationForm form) => new()
    {
        // One empty place for a joint applicant.
        Applicants = [.. form.Applicants.Select(ApplicantAnswers.Of), new()],
        Designers = string.Join('\n', form.Designers.Select(d => d.Name)),
        DesignerCountry = form.Designers is [var lead, ..] ? lead.Country : "CN",
        ContactName = form.Contact?.Name,
        ContactPhone = form.Contact?.Phone,
        Reduction = form.Applicants.Any(a => a.FeeReductionRequested),
        Agency = form.Agency is { } agency ? AgencyAnswers.Of(agency) : new(),
        // One empty place for a further claim.
        Priorities = [.. form.Priorities.Select(PriorityAnswers.Of), new()],
        Documents = form.PresentDocuments.ToDictionary(d => d.ToString(), _ => Here)
            .Concat(form.OwedDocuments.ToDictionary(d => d.ToString(), _ => Later))
            .DistinctBy(d => d.Key).ToDictionary(),
        Divisional = form.Exclusions.IsDivisional,
        Filed = form.Exclusions.IsAlreadyFiled,
        Hague = form.Exclusions.IsHague,
        Promised = form.Promised,
    };

    /// <param name="form">The form before.</param>
    /// <param name="known">The agency that was offered to be taken as it is.</param>
    public ApplicationForm Apply(ApplicationForm form, AgencyFacts? known = null) => form with
    {
        Applicants = [.. Applicants.Where(a => !a.IsEmpty).Select((a, i) => a.Apply(i < form.Applicants.Count ? form.Applicants[i] : new(), Reduction))],
        Designers = [.. (Designers ?? "").Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select((name, i) => i == 0 && DesignerCountry is { } country ? new DesignerFacts(name) { Country = country.Trim().ToUpperInvariant() } : new(name))],
        // A form from before the question was asked sends none.
        Contact = ContactName is null && ContactPhone is null ? form.Contact : new((ContactName ?? "").Trim(), (ContactPhone ?? "").Trim()),
        Agency = Agency is { IsEmpty: false } agency ? agency.Apply() : Agency is { UseKnown: true } ? known : null,
        Priorities = [.. Priorities.Where(p => !p.IsEmpty).Select(p => p.Apply(Documents.GetValueOrDefault(nameof(DocumentKind.PriorityCopy)) == Here))],
        PresentDocuments = Kinds(Here),
        OwedDocuments = Kinds(Later),
        Exclusions = new() { IsDivisional = Divisional, IsAlreadyFiled = Filed, IsHague = Hague },
        Promised = Promised,
    };

    private List<DocumentKind> Kinds(string answer) =>
        [.. Documents.Where(d => d.Value == answer).Select(d => Choose.Of<DocumentKind>(d.Key)).OfType<DocumentKind>()];

    /// <summary>The agency, where one is appointed.</summary>
    public sealed class AgencyAnswers
    {
        public string? Name { get; set; }
        public string? Code { get; set; }
        public string? Attorney { get; set; }
        public string? Qualification { get; set; }
        public string? Phone { get; set; }

        /// <summary>The agency that is known is taken; what is typed goes before.</summary>
        public bool UseKnown { get; set; }

        public bool IsEmpty => string.IsNullOrWhiteSpace(Name + Code + Attorney + Qualification + Phone);

        public static AgencyAnswers Of(AgencyFacts facts) => new()
        {
            Name = facts.Name,
            Code = facts.Code,
            Attorney = facts.AttorneyName,
            Qualification = facts.QualificationNumber,
            Phone = facts.Phone,
        };

        public AgencyFacts Apply() => new()
        {
            Name = (Name ?? "").Trim(),
            Code = (Code ?? "").Trim(),
            AttorneyName = (Attorney ?? "").Trim(),
            QualificationNumber = (Qualification ?? "").Trim(),
            Phone = (Phone ?? "").Trim(),
        };
    }
}
