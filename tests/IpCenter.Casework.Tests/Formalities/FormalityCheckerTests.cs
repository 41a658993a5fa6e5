using System.Text.RegularExpressions;
using IpCenter.Casework.Formalities;
using IpCenter.Casework.Formalities.Facts;
using IpCenter.Casework.Formalities.Views;
using IpCenter.Casework.Tests.Formalities.Cases;

namespace IpCenter.Casework.Tests.Formalities;

public sealed partial class FormalityCheckerTests
{
    private static readonly IReadOnlyList<FormalityCase> Table =
    [
        .. DocumentCases.All, .. NameCases.All, .. BriefDescriptionCases.All, .. ViewCases.All, .. ImageCases.All, .. DrawingCases.All, .. SubjectCases.All, .. FastTrackCases.All, .. SpecialDesignCases.All,
    ];

    public static TheoryData<int, string> Cases
    {
        get
        {
            var data = new TheoryData<int, string>();
            foreach (var (index, one) in Table.Index())
                data.Add(index, $"{one.Key} — {one.Citation}");
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_defect_is_remarked_on_with_its_citation_and_only_where_it_is(int index, string caseAndCitation)
    {
        var one = Table[index];
        var found = Check(one.Wrong).Where(remark => Key(remark) == one.Key).ToList();

        Assert.True(found.Count > 0, caseAndCitation);
        Assert.All(found, remark => Assert.Contains(one.Citation, remark.Citation.Basis.Zh, StringComparison.Ordinal));
        Assert.DoesNotContain(one.Key, Check(one.Right).Select(Key));
        Assert.All(found, remark => Assert.True(remark.Fix.Zh.Length > 0 && remark.Fix.En.Length > 0, caseAndCitation));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void One_mistake_brings_its_own_remark_and_no_others(int index, string caseAndCitation)
    {
        var one = Table[index];
        var before = Check(one.Right).Select(Key).ToHashSet();

        var brought = Check(one.Wrong).Select(Key).Where(key => !before.Contains(key)).ToHashSet();

        Assert.Contains(one.Key, brought);
        Assert.True(brought.IsSubsetOf([one.Key, .. FormalityWeights.Alongside.GetValueOrDefault(one.Key, [])]), $"{caseAndCitation}: {string.Join(", ", brought)}");
    }

    /// <summary>Who changes a severity, what holds a submission up or where a remark stands changes this table, and is seen doing it.</summary>
    [Theory]
    [MemberData(nameof(Cases))]
    public void A_remark_weighs_what_the_table_says_and_stands_where_it_is_mended(int index, string caseAndCitation)
    {
        var one = Table[index];

        var said = Check(one.Wrong).Where(remark => Key(remark) == one.Key)
            .Select(remark => (remark.Severity, remark.OnSubmission, remark.Place.Kind == PlaceKind.Field ? Index().Replace(remark.Place.Field!, "[]") : remark.Place.Kind.ToString())).Distinct();

        Assert.True(FormalityWeights.All.TryGetValue(one.Key, out var weight), $"{one.Key} {string.Join("; ", said)}");
        Assert.All(said, found => Assert.True((found.Severity, found.OnSubmission) == (weight.Severity, weight.OnSubmission) && weight.Places.Split(' ').Contains(found.Item3), $"{caseAndCitation}: {found}"));
    }

    [GeneratedRegex(@"\[\d+\]")]
    private static partial Regex Index();

    [Fact]
    public void Every_defect_that_the_catalogue_words_has_a_right_and_a_wrong_case() =>
        Assert.Equal(
            Catalogue.Rules.Rules.SelectMany(rule => rule.Cases.Keys, (rule, name) => $"{rule.Id} {name}").Order(StringComparer.Ordinal),
            Table.Select(one => one.Key).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void Every_rule_has_a_row_here_or_among_the_questions() =>
        Assert.Equal(
            Catalogue.Rules.Rules.Select(rule => rule.Id).Order(StringComparer.Ordinal),
            Table.Select(one => one.RuleId).Concat(QuestionCase.All.Select(one => one.RuleId)).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void What_only_a_person_decides_is_asked_with_its_citation_and_never_remarked_on()
    {
        foreach (var one in QuestionCase.All)
        {
            var (right, wrong) = (Ask(Sample.Good, one.RuleId), Ask(one.Wrong ?? Sample.Good, one.RuleId));
            Assert.Contains(one.Citation, right.Citation.Basis.Zh, StringComparison.Ordinal);
            Assert.Empty(right.Evidence);
            Assert.Equal(one.Wrong is null, wrong.Evidence.Count == 0);
            Assert.DoesNotContain(Check(one.Wrong ?? Sample.Good), remark => remark.RuleId == one.RuleId);
        }

        static ChecklistItem Ask(ApplicationFacts facts, string rule) => Assert.Single(Checklist.ForExaminer(facts, Catalogue.Rules), item => item.RuleId == rule);
    }

    [Fact]
    public void An_application_in_order_hears_only_how_long_its_protection_lasts()
    {
        foreach (var facts in new[] { Sample.Good, Sample.Similar, Sample.Set, Sample.Partial, Sample.Interface, Sample.MovingInterface })
        {
            var remark = Assert.Single(Check(facts));
            Assert.Equal("TERM-01 ends", Key(remark));
            Assert.Contains("2041-12-01", remark.Message.Zh, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void An_empty_application_hears_everything_that_is_missing() =>
        Assert.Equal(
            [
                "DOC-01 request-missing", "DOC-01 pictures-missing", "DOC-01 brief-missing", "DOC-03 none", "DOC-04 none", "NAME-01 missing",
                "SUB-05 unanswered", "FAST-01 not-recorded", "FAST-02 promise-missing", "X6 class-missing", "VIEW-01 shape-unanswered", "AMEND-01 promises-open",
            ],
            Check(new ApplicationFacts()).Select(Key));

    [Fact]
    public void An_application_of_empty_parts_is_checked_to_the_end()
    {
        var facts = new ApplicationFacts
        {
            Kind = ApplicationKind.SimilarDesigns,
            IsPartialDesign = true,
            IsGraphicalUserInterface = true,
            Shape = ProductShape.ThreeDimensional,
            Brief = new BriefDescriptionFacts(),
            Applicants = [new ApplicantFacts { Country = "" }],
            Designers = [new DesignerFacts("")],
            Agency = new AgencyFacts(),
            Priorities = [new PriorityClaim()],
            Designs = [new DesignFacts { Number = 0, Views = [new ViewFacts()] }],
        };

        Assert.Superset(
            new HashSet<string>(["BRIEF-01 name-missing", "BRIEF-03 not-stated", "DOC-05 field-missing", "PRIO-01 country-missing", "VIEW-03 unknown", "VIEW-04 numbers-broken"]),
            Check(facts).Select(Key).ToHashSet());
    }

    [Fact]
    public void A_remark_says_place_wording_evidence_and_effect()
    {
        var remark = Check(Sample.Good.WithMeasured(ViewKind.Left, measured => measured with { Sharpness = 12 })).Single(one => one.RuleId == "IMG-07");

        Assert.Equal(Place.OfView(1, "左视图"), remark.Place);
        Assert.Equal(new Bilingual("清晰度 12 < 40", "sharpness 12 < 40"), Assert.Single(remark.Evidence).Text);
        Assert.Equal((Severity.Warn, OnSubmission.Proceeds), (remark.Severity, remark.OnSubmission));
        Assert.Contains("模糊", remark.Message.Zh, StringComparison.Ordinal);
        Assert.Contains("blurred", remark.Message.En, StringComparison.Ordinal);
        Assert.InRange(remark.Citation.Confidence, 0.5, 1);
    }

    [Fact]
    public void What_may_be_supplied_later_never_blocks()
    {
        var facts = Sample.Good with { Agency = Sample.Agency, Priorities = [Sample.Foreign with { CopySupplied = false }] };

        var later = Check(facts).Where(remark => remark.OnSubmission == OnSubmission.SupplyLater).Select(Key);

        Assert.Equal(["DOC-07 missing", "PRIO-01 copy-missing"], later);
        Assert.DoesNotContain(Check(facts), remark => remark.OnSubmission == OnSubmission.Blocks);
    }

    [Fact]
    public void A_limit_that_is_configured_otherwise_decides_otherwise()
    {
        var strict = new FormalityThresholds { MinSharpness = 200 };

        Assert.DoesNotContain(Check(Sample.Good), remark => remark.RuleId == "IMG-07");
        Assert.Equal(7, FormalityChecker.Check(Sample.Good, Catalogue.Rules, strict).Count(remark => remark.RuleId == "IMG-07"));
    }

    [Fact]
    public void A_value_that_looks_like_a_placeholder_is_shown_as_it_was_written()
    {
        var facts = Sample.Good.WithApplicant(firm => firm with { Name = "{applicant}{0}", Address = "" });

        Assert.StartsWith("{applicant}{0}没有填写地址", Check(facts).Single(remark => remark.Case == "address-missing").Message.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void The_holiday_calendar_may_move_the_last_day_of_priority()
    {
        var claim = Sample.Foreign with { Date = new DateOnly(2026, 5, 30) };
        ApplicationFacts With(PriorityClaim one) => Sample.Good with { Priorities = [one] };

        Assert.Contains(Check(With(claim)), remark => remark.Case == "too-late");
        Assert.DoesNotContain(Check(With(claim with { LastDay = Sample.Filing })), remark => remark.Case == "too-late");
    }

    private static IReadOnlyList<Remark> Check(ApplicationFacts facts) => FormalityChecker.Check(facts, Catalogue.Rules);

    private static string Key(Remark remark) => $"{remark.RuleId} {remark.Case}";
}
