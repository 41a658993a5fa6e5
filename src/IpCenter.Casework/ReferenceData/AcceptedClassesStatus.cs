namespace IpCenter.Casework.ReferenceData;

public enum AcceptedClassesStatus
{
    /// <summary>Not verified: a class outside the list is a question, not a refusal.</summary>
    Proposed,

    /// <summary>The list that the national office approved.</summary>
    Approved,
}
