namespace IpCenter.Casework.Formalities.Facts;

/// <summary>Where the firm stands with its recordal (备案) at the centre.</summary>
public enum RecordalStatus
{
    NotRecorded,
    Pending,
    Recorded,
    Suspended,
    Cancelled,
}

/// <summary>Facts that decide whether an application may use the fast lane.</summary>
public sealed record FastTrackFacts
{
    public RecordalStatus Recordal { get; init; }

    public bool FirstApplicantIsRecordedFirm { get; init; }

    /// <summary>The promises of the fast lane were accepted: no voluntary amendment, no change of applicant data, prompt payment.</summary>
    public bool PromisesAccepted { get; init; }

    public bool IsPct { get; init; }

    public bool IsSameDayInventionAndUtilityModel { get; init; }

    public bool IsDivisional { get; init; }

    public bool NeedsSecrecyExamination { get; init; }

    public bool IsAlreadyFiled { get; init; }

    public bool IsHague { get; init; }
}
