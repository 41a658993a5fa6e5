using IpCenter.Casework.Formalities;
using IpCenter.Casework.Formalities.Catalogue;
using IpCenter.Casework.Formalities.Facts;
using IpCenter.Casework.Formalities.Views;

namespace IpCenter.Casework.Tests.Formalities;

public sealed class ChecklistTests
{
    [Fact]
    public void Every_rule_that_a_person_decides_is_asked_in_some_application()
    {
        var drawn = Sample.Partial.WithMeasured(ViewKind.Front, measured => measured with { Depiction = Depiction.LineDrawing });
        var flat = Sample.Good with { Shape = ProductShape.Flat };
        var asked = new[] { Sample.Good, Sample.Similar, Sample.Set, Sample.Interface, drawn, flat }.SelectMany(Ask).Select(item => item.RuleId).ToHashSet();

        Assert.Equal(
            Catalogue.Rules.Rules.Where(rule => rule.DecidedBy != Decider.Software).Select(rule => rule.Id).Order(StringComparer.Ordinal),
            asked.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Questions_that_do_not_apply_are_not_asked()
    {
        var asked = Ask(Sample.Good).Select(item => item.RuleId).ToList();

        Assert.DoesNotContain(asked, id => id is "NAME-03" or "VIEW-09" or "GUI-01" or "UNITY-01" or "UNITY-02" or "VIEW-02" or "IMG-10");
        Assert.Contains("SUB-04", asked);
    }

    [Fact]
    public void What_the_software_found_stands_beside_its_question()
    {
        var item = Ask(Sample.Good.WithMeasured(ViewKind.Front, measured => measured with { Sharpness = 3 })).Single(one => one.RuleId == "IMG-07");

        Assert.Equal("blurred", Assert.Single(item.Remarks).Case);
    }

    [Fact]
    public void A_burst_of_filings_is_a_lead_for_the_examiner_and_no_remark_for_the_applicant()
    {
        var facts = Sample.Good with { Pattern = new FilingPattern { DesignsByDesignerInSevenDays = 30, OtherApplicantsAtSameAddress = 2 } };

        Assert.Equal(2, Ask(facts).Single(item => item.RuleId == "HONEST-01").Evidence.Count);
        Assert.DoesNotContain(FormalityChecker.Check(facts, Catalogue.Rules), remark => remark.RuleId == "HONEST-01");
        Assert.Empty(Ask(Sample.Good).Single(item => item.RuleId == "HONEST-01").Evidence);
    }

    [Fact]
    public void A_label_is_pointed_out_and_an_earlier_sale_is_recalled()
    {
        var facts = Sample.Good.WithNames("酒瓶标贴") with
        {
            Disclosure = new DisclosureFacts { IsAnswered = true, Kind = DisclosureKind.OwnSale, EarliestDate = new(2026, 10, 1) },
        };

        Assert.Equal("word in the name 标贴", Assert.Single(Ask(facts).Single(item => item.RuleId == "SUB-01").Evidence).ToString());
        Assert.Equal("earliest disclosure (a sale) 2026-10-01", Assert.Single(Ask(facts).Single(item => item.RuleId == "SUB-04").Evidence).ToString());
    }

    private static IReadOnlyList<ChecklistItem> Ask(ApplicationFacts facts) => Checklist.ForExaminer(facts, Catalogue.Rules);
}
