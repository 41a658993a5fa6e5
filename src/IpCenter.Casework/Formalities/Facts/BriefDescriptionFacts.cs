using IpCenter.Casework.Formalities.Views;

namespace IpCenter.Casework.Formalities.Facts;

/// <summary>Why a view is not supplied.</summary>
public enum OmissionReason
{
    Unanswered,

    /// <summary>与…相同</summary>
    Identical,

    /// <summary>与…对称</summary>
    Symmetric,

    /// <summary>使用时不容易看到或者看不到</summary>
    NotVisibleInUse,

    /// <summary>无设计要点</summary>
    NoDesignPoint,

    /// <summary>产品厚度较薄</summary>
    Thin,
}

/// <summary>A view that is left out, and why.</summary>
/// <param name="View">The view that is left out.</param>
/// <param name="Reason">Why.</param>
/// <param name="Counterpart">The supplied view that it equals or mirrors; needed for those two reasons.</param>
/// <param name="Design">The design concerned; null for all designs of the application.</param>
public sealed record OmittedView(ViewKind View, OmissionReason Reason, ViewKind? Counterpart = null, int? Design = null);

/// <summary>Whether a fabric's pattern runs on without end (二方连续, 四方连续).</summary>
public enum EndlessPattern
{
    Unanswered,
    None,
    TwoWay,
    FourWay,
}

/// <summary>The guided answers from which the brief description is written (细则第三十一条).</summary>
public sealed record BriefDescriptionFacts
{
    public string ProductName { get; init; } = "";

    public string Use { get; init; } = "";

    public string DesignPoints { get; init; } = "";

    /// <summary>The name of the view that best shows the design, as the view is named: "主视图", "设计1立体图".</summary>
    public string DesignatedView { get; init; } = "";

    public IReadOnlyList<OmittedView> OmittedViews { get; init; } = [];

    public bool ColourClaimed { get; init; }

    /// <summary>The numbers of the designs named as basic; similar designs need exactly one.</summary>
    public IReadOnlyList<int> BasicDesigns { get; init; } = [];

    /// <summary>For a partial design: the protected part in words.</summary>
    public string ProtectedPart { get; init; } = "";

    /// <summary>For a partial design: what the part is for.</summary>
    public string PartUse { get; init; } = "";

    public EndlessPattern EndlessPattern { get; init; }

    /// <summary>Parts made of transparent material; empty when there are none.</summary>
    public string TransparentParts { get; init; } = "";

    /// <summary>Material with a special visual effect, in words; empty when there is none.</summary>
    public string SpecialEffect { get; init; } = "";

    /// <summary>The direction in which a slender product was shortened in the pictures, in words; empty when it was not.</summary>
    public string ShortenedLength { get; init; } = "";

    /// <summary>For a graphical user interface: what it is for.</summary>
    public string InterfaceUse { get; init; } = "";

    /// <summary>For a graphical user interface: the product that shows it, as its name says it.</summary>
    public string InterfaceProduct { get; init; } = "";

    /// <summary>Where on the product it is: the screen, a part of it.</summary>
    public string InterfaceArea { get; init; } = "";

    /// <summary>How a person works with it, in words.</summary>
    public string Interaction { get; init; } = "";

    /// <summary>The picture changes while it is used (动态图案).</summary>
    public bool InterfaceMoves { get; init; }

    /// <summary>For one that moves: from which state to which, in words.</summary>
    public string InterfaceChange { get; init; } = "";

    /// <summary>The text as the applicant wrote or changed it; empty when it is built from the answers.</summary>
    public string Text { get; init; } = "";
}
