namespace IpCenter.Casework.Formalities;

/// <summary>What an unsolved remark means for the submission.</summary>
public enum OnSubmission
{
    /// <summary>The application may be submitted.</summary>
    Proceeds,

    /// <summary>The application may be submitted now; the document is owed (先办后补).</summary>
    SupplyLater,

    /// <summary>Critical: the application cannot be submitted until this is solved.</summary>
    Blocks,
}
