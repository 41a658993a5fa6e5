namespace IpCenter.Casework.Formalities;

/// <summary>
/// The limits of the formality check. They are configuration: where the law gives the number it is named, the others are
/// practice or were chosen so that a clean studio photo passes and an ordinary bad phone photo is remarked on.
/// A remark under a chosen limit is never more than a warning.
/// </summary>
public sealed record FormalityThresholds
{
    /// <summary>细则第四十条第一款: at most ten similar designs.</summary>
    public int MaxSimilarDesigns { get; init; } = 10;

    /// <summary>Usual practice to the Guidelines' "short"; longer names are asked about, not refused.</summary>
    public int MaxNameLength { get; init; } = 20;

    /// <summary>专利法第二十九条: six months for designs.</summary>
    public int PriorityMonths { get; init; } = 6;

    /// <summary>专利法第二十四条: six months before the filing date.</summary>
    public int GraceMonths { get; init; } = 6;

    /// <summary>Formats of the national office's electronic filing; PNG is not confirmed and therefore not in the list.</summary>
    public IReadOnlySet<Facts.PictureFormat> Formats { get; init; } = new HashSet<Facts.PictureFormat> { Facts.PictureFormat.Jpeg, Facts.PictureFormat.Tiff };

    /// <summary>Smallest figure, centimetres: shorter side. Guidelines I.3 and form notes: not below 3 × 8 cm.</summary>
    public double MinFigureShortSideCm { get; init; } = 3;

    /// <summary>Smallest figure, centimetres: longer side.</summary>
    public double MinFigureLongSideCm { get; init; } = 8;

    /// <summary>Largest figure, centimetres: shorter side. Form notes: not above 15 × 22 cm.</summary>
    public double MaxFigureShortSideCm { get; init; } = 15;

    /// <summary>Largest figure, centimetres: longer side.</summary>
    public double MaxFigureLongSideCm { get; init; } = 22;

    /// <summary>A figure with longer side more than this many times the shorter is slender: the shorter side is not held against the minimum.</summary>
    public double SlenderRatio { get; init; } = 5;

    /// <summary>A 2020 practice note gives 140 × 200 mm as what the filing client takes without scaling.</summary>
    public double PracticalShortSideCm { get; init; } = 14;

    /// <summary>Longer side of the same note.</summary>
    public double PracticalLongSideCm { get; init; } = 20;

    /// <summary>Filing practice: 72 to 300 dpi.</summary>
    public double MinDpi { get; init; } = 72;

    public double MaxDpi { get; init; } = 300;

    /// <summary>Practice: below 150 dpi fine details are lost when the sheet is shrunk to two thirds.</summary>
    public double RecommendedDpi { get; init; } = 150;

    /// <summary>Share of the background in one colour. A paper sheet with soft shading still reaches 0.85.</summary>
    public double MinBackgroundUniformity { get; init; } = 0.85;

    /// <summary>
    /// Difference in L* that the eye takes in at a glance; below it a white cup melts into a white sheet. Of 1,000 real product photos
    /// one in twenty lies below.
    /// </summary>
    public double MinContrast { get; init; } = 12;

    /// <summary>
    /// Sharpness of the product's edges below which a seam can no longer be followed. Of 1,000 real product photos with a longest side of
    /// 512 pixels the 1st percentile is 34, the 5th 67; blurred with σ = 1.5 pixels their 75th percentile is 29, with σ = 2.5 their 99th is 16.
    /// </summary>
    public double MinSharpness { get; init; } = 40;

    /// <summary>Share of the product lost in glare; of 1,000 real product photos about one in fifty has more.</summary>
    public double MaxBlownHighlights { get; init; } = 0.05;

    /// <summary>Share of the background lying in shadow.</summary>
    public double MaxShadow { get; init; } = 0.10;

    /// <summary>"Same scale": difference between two edges that must be equal, relative to the longer. 2–3 % is what drawing tools leave.</summary>
    public double ScaleTolerance { get; init; } = 0.03;

    /// <summary>Bits of 64 in which two fingerprints of the same picture may differ; re-encoding changes up to 4.</summary>
    public int SamePictureBits { get; init; } = 4;

    /// <summary>Bits of 64 in which the colours of the same picture may differ.</summary>
    public int SamePictureColourBits { get; init; } = 6;

    /// <summary>Common share of the outlines of opposite views, one of them mirrored; below it they are no views of one body from opposite sides.</summary>
    public double MinOppositeOutlines { get; init; } = 0.75;

    /// <summary>Share of colours that a view has in common with the most similar other view; below it another product is shown, or other light.</summary>
    public double MinSharedColours { get; init; } = 0.3;

    /// <summary>Ink of a line drawing in dashed lines; a single broken-off stroke stays below.</summary>
    public double MaxDashedInk { get; init; } = 0.03;

    /// <summary>Area of a line drawing under evenly spaced strokes.</summary>
    public double MaxHatchedArea { get; init; } = 0.08;

    /// <summary>Area of a line drawing in gray tones.</summary>
    public double MaxTonedArea { get; init; } = 0.05;

    /// <summary>A depiction told with less confidence than this is not used against the applicant.</summary>
    public double MinDepictionConfidence { get; init; } = 0.8;

    /// <summary>Designs of one designer in a week from which the examiner is asked to look (令第77号第三条).</summary>
    public int BurstDesignsPerWeek { get; init; } = 20;
}
