namespace IpCenter.Casework.Formalities.Views;

/// <summary>The kinds of view that an application may hold, in the order in which they are filed (专利审查指南第一部分第三章4.2.1).</summary>
public enum ViewKind
{
    Front,
    Back,
    Left,
    Right,
    Top,
    Bottom,
    Perspective,
    Unfolded,
    Section,
    CrossSection,
    Enlarged,
    Exploded,
    ChangedState,
    CombinedState,
    UseReference,
}
