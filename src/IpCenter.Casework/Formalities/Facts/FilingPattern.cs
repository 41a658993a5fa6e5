namespace IpCenter.Casework.Formalities.Facts;

/// <summary>Counts from the centre's own records that help an examiner to see an abnormal application (令第77号第三条).</summary>
public sealed record FilingPattern
{
    /// <summary>Designs that the first designer filed in the seven days before, this application included.</summary>
    public int DesignsByDesignerInSevenDays { get; init; }

    /// <summary>Other applicants that filed from the same address in the last year.</summary>
    public int OtherApplicantsAtSameAddress { get; init; }

    /// <summary>The designer's working material (sketch, pattern, 3-D file) is in the case.</summary>
    public bool HasDesignSource { get; init; }
}
