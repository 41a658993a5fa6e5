namespace IpCenter.Casework.Infringements;

/// <summary>What a notice to a platform may contain.</summary>
public static class NoticeFields
{
    public const string Holder = "holder";
    public const string Identity = "identity";
    public const string PowerOfAttorney = "power-of-attorney";
    public const string Right = "right";
    public const string Certificate = "certificate";
    public const string EvaluationReport = "evaluation-report";
    public const string Place = "place";
    public const string Seen = "seen";
    public const string Screenshots = "screenshots";
    public const string Comparison = "comparison";
    public const string Measure = "measure";
    public const string Truth = "truth";

    public static IReadOnlyList<string> All { get; } =
        [Holder, Identity, PowerOfAttorney, Right, Certificate, EvaluationReport, Place, Seen, Screenshots, Comparison, Measure, Truth];

    /// <summary>
    /// Who, which right, where, first evidence, and the assurance that it is true: without one of them it is no notice
    /// (E-Commerce Law art. 42; Civil Code art. 1195).
    /// </summary>
    public static IReadOnlyList<string> Legal { get; } = [Holder, Right, Place, Screenshots, Truth];
}
