namespace IpCenter.Casework.Formalities.Facts;

/// <summary>How many designs one application carries, and why they may share it (专利法第三十一条第二款).</summary>
public enum ApplicationKind
{
    SingleDesign,

    /// <summary>Several similar designs of one product (相似外观设计).</summary>
    SimilarDesigns,

    /// <summary>Products that are sold or used together (成套产品).</summary>
    Set,
}
