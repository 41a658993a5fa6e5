namespace IpCenter.Casework.Clocks;

public enum DeadlineKind
{
    /// <summary>Fixed by law; no configuration may change it.</summary>
    Statutory,

    /// <summary>The centre's own aim, configurable in <c>center.json</c>.</summary>
    CentreTarget,

    /// <summary>What centres, courts or platforms do without a rule of law that fixes it; configurable.</summary>
    Practice,
}
