using IpCenter.Casework.Formalities.Facts;

namespace IpCenter.Casework.Tests.Formalities.Cases;

/// <summary>A rule that only a person decides: what its question rests on, and where the centre's own records give a lead and where not.</summary>
/// <param name="Wrong">Facts with a lead for the examiner; <c>null</c> where there is nothing that software could see.</param>
internal sealed record QuestionCase(string RuleId, string Citation, ApplicationFacts? Wrong = null)
{
    public static IReadOnlyList<QuestionCase> All { get; } =
    [
        new("BRIEF-08", "4.3"),
        new("VIEW-07", "4.2.1"),
        new("IMG-09", "4.2.2、4.2.3"),
        new("IMG-11", "第二十五条第一款第（六）项"),
        new("SUB-01", "第二十五条第一款第（六）项", Sample.Good.WithNames("酒瓶标贴")),
        new("SUB-02", "第二条第四款"),
        new("SUB-04", "第二十三条第一款", Sample.Good with
        {
            Disclosure = new DisclosureFacts { IsAnswered = true, Kind = DisclosureKind.Livestream, EarliestDate = new(2026, 10, 1) },
        }),
        new("SUB-06", "第二十三条第三款"),
        new("HONEST-01", "局令第77号", Sample.Good with { Pattern = new FilingPattern { DesignsByDesignerInSevenDays = 30 } }),
    ];
}
