namespace IpCenter.Casework.Formalities.Facts;

/// <summary>The appointed patent agency (细则第十九条第（四）项).</summary>
public sealed record AgencyFacts
{
    public string Name { get; init; } = "";

    public string Code { get; init; } = "";

    public string AttorneyName { get; init; } = "";

    public string QualificationNumber { get; init; } = "";

    public string Phone { get; init; } = "";

    /// <summary>Whether it is on the centre's list of agencies; null when the centre keeps no list.</summary>
    public bool? IsOnCentreList { get; init; }
}
