using IpCenter.Casework.Applications;
using IpCenter.Casework.Documents;
using IpCenter.Casework.Examination;
using IpCenter.Casework.Formalities;
using IpCenter.Casework.Formalities.Facts;

namespace IpCenter.Casework.Tests.Examination;

/// <summary>What a round of correction changed: by field, by picture, and whether each point was answered.</summary>
public sealed class RoundComparisonTests
{
    private static readonly DateTimeOffset Asked = CaseworkHost.Monday;

    private static readonly ApplicationForm Form = new()
    {
        ProductName = "首饰盒",
        LocarnoClass = "09-03",
        Brief = new BriefDescriptionFacts { Use = "用于收纳首饰。", DesignPoints = "在于形状。" },
        Priorities = [new PriorityClaim { Country = "JP", Number = "2026-001" }],
    };

    public static TheoryData<string, Func<ApplicationForm, ApplicationForm>> Fields { get; } = new()
    {
        { FieldKeys.Kind, f => f with { Kind = ApplicationKind.SimilarDesigns } },
        { FieldKeys.Kind, f => f with { DesignCount = 2 } },
        { FieldKeys.Designs, f => f with { DesignCount = 1, Designs = [new DesignAnswers { Number = 1, Difference = "把手不同" }] } },
        { FieldKeys.PartialMarking, f => f with { IsPartialDesign = true, PartialMarking = PartialMarking.TranslucentLayer } },
        { FieldKeys.Interface, f => f with { Brief = f.Brief with { InterfaceUse = "点单" } } },
        { FieldKeys.ProductName, f => f with { ProductName = "木盒" } },
        { FieldKeys.LocarnoClass, f => f with { LocarnoClass = "09-04" } },
        { FieldKeys.Use, f => f with { Brief = f.Brief with { Use = "收纳" } } },
        { FieldKeys.Colour, f => f with { Brief = f.Brief with { ColourClaimed = true } } },
        { FieldKeys.EndlessPattern, f => f with { Brief = f.Brief with { EndlessPattern = EndlessPattern.TwoWay } } },
        { FieldKeys.Brief, f => f with { Brief = f.Brief with { TransparentParts = "盖" } } },
        { FieldKeys.BriefText, f => f with { Brief = f.Brief with { Text = "全文" } } },
        { FieldKeys.Disclosure, f => f with { Disclosure = new DisclosureFacts { IsAnswered = true } } },
        { FieldKeys.Priorities, f => f with { Priorities = [f.Priorities[0] with { Number = "2026-002" }] } },
        { FieldKeys.Priorities, f => f with { Priorities = [f.Priorities[0] with { EarlierRight = EarlierRight.Invention }] } },
        { FieldKeys.Priorities, f => f with { Priorities = [f.Priorities[0] with { EarlierIsGranted = true }] } },
        { FieldKeys.PartUse, f => f with { Brief = f.Brief with { PartUse = "收口" } } },
        { FieldKeys.Interface, f => f with { Brief = f.Brief with { InterfaceArea = "显示屏" } } },
        { FieldKeys.Applicants, f => f with { Applicants = [new ApplicantFacts { FeeReductionRequested = true }] } },
        { FieldKeys.Applicants, f => f with { Applicants = [new ApplicantFacts { Name = "李桐生" }] } },
        { FieldKeys.Contact, f => f with { Contact = new("王小云", "0530-1234567") } },
        { FieldKeys.Designers, f => f with { Designers = [new DesignerFacts("王秀云")] } },
        { FieldKeys.Agency, f => f with { Agency = new AgencyFacts { Name = "某代理" } } },
        { FieldKeys.Documents, f => f with { OwedDocuments = [DocumentKind.PriorityCopy] } },
    };

    [Theory]
    [MemberData(nameof(Fields))]
    public void Each_answer_that_changed_is_named(string key, Func<ApplicationForm, ApplicationForm> change) =>
        Assert.Contains(ChangedField.Between(Form, change(Form)), f => f.Key == key);

    [Fact]
    public void The_same_answers_are_no_change() =>
        Assert.Empty(ChangedField.Between(Form, Form with { Priorities = [.. Form.Priorities], Brief = Form.Brief with { } }));

    [Fact]
    public void Pictures_that_changed_came_went_and_moved_are_told_apart()
    {
        var rounds = new[] { Round(1) };
        var (front, left, top, back) = (View("Front", 1), View("Left", 2), View("Top", 3), View("Back", 4));
        var moved = View("Right", 2, round: 1);
        var other = View("Front", 11, round: 1);
        var added = View("Perspective", 12, round: 1);
        foreach (var gone in new[] { front, left, top })
            gone.Replace(Asked.AddHours(1));

        var changes = ChangedView.In(1, rounds, [front, left, top, back, moved, other, added]);

        Assert.Equal(
            new[] { (ViewChange.Changed, "Front"), (ViewChange.Moved, "Right"), (ViewChange.Removed, "Top"), (ViewChange.Added, "Perspective") },
            changes.Select(c => (c.Change, c.Position)));
        Assert.Equal("Left", changes.Single(c => c.Change == ViewChange.Moved).Before!.Position);
    }

    [Fact]
    public void Two_pictures_that_changed_places_moved_both()
    {
        var (left, right) = (View("Left", 1), View("Right", 2));
        left.Replace(Asked.AddHours(1));
        right.Replace(Asked.AddHours(1));

        var changes = ChangedView.In(1, [Round(1)], [left, right, View("Right", 1, round: 1), View("Left", 2, round: 1)]);

        Assert.Equal([ViewChange.Moved, ViewChange.Moved], changes.Select(c => c.Change));
    }

    [Fact]
    public void A_picture_replaced_while_drafting_or_in_another_round_is_no_change_of_this_one()
    {
        var rounds = new[] { Round(1), Round(2, Asked.AddDays(1)) };
        var (draft, first, second) = (View("Front", 1), View("Front", 2), View("Front", 3, round: 2));
        draft.Replace(Asked.AddDays(-1));
        first.Replace(Asked.AddDays(1).AddHours(1));

        Assert.Empty(ChangedView.In(1, rounds, [draft, first, second]));
        Assert.Equal(ViewChange.Changed, Assert.Single(ChangedView.In(2, rounds, [draft, first, second])).Change);
    }

    [Theory]
    [InlineData("brief.use", PointAnswer.Changed)]
    [InlineData("brief.designPoints", PointAnswer.Unchanged)]
    [InlineData("brief", PointAnswer.Changed)]
    [InlineData("brief.productName", PointAnswer.Changed)]
    [InlineData("brief.colourClaimed", PointAnswer.Unchanged)]
    [InlineData("brief.interfaceArea", PointAnswer.Unchanged)]
    [InlineData("priorities[0].number", PointAnswer.Unchanged)]
    [InlineData("documents", PointAnswer.Unchanged)]
    [InlineData("fastTrack.recordal", PointAnswer.NotComparable)]
    [InlineData("designs[1].views[左视图]", PointAnswer.Changed)]
    [InlineData("designs[1].views[主视图]", PointAnswer.Unchanged)]
    [InlineData("designs[2]", PointAnswer.Unchanged)]
    [InlineData("views", PointAnswer.Changed)]
    [InlineData("application", PointAnswer.NotComparable)]
    public void A_point_is_answered_where_its_place_changed(string place, PointAnswer answer)
    {
        var round = Round(1, points: new CorrectionPoint("", place, "请改", "Mend it"));
        round.Close(null, Asked.AddHours(2));

        Assert.Equal(answer, Assert.Single(Compare(round)).Points[0].Answer);
    }

    [Fact]
    public void A_point_about_documents_is_answered_by_a_file()
    {
        var round = Round(1, points: new CorrectionPoint("DOC-02", "documents", "请补交", "Supply it"));
        round.Close(null, Asked.AddHours(2));
        var application = new DesignApplication { Id = SampleCentre.IdOf("a"), FirmId = SampleCentre.IdOf("f") };
        application.Save(Form, "review", Asked.AddHours(1));

        Assert.Equal(PointAnswer.Changed, RoundComparison.Of(application, [round], [], [File("proof", 1)], [])[0].Points[0].Answer);
        Assert.Equal(PointAnswer.Unchanged, RoundComparison.Of(application, [round], [], [File("proof", -1)], [])[0].Points[0].Answer);
    }

    [Fact]
    public void A_point_waits_until_the_application_is_back_and_is_open_again_when_the_check_repeats_it()
    {
        var waiting = Round(1, points: new CorrectionPoint("DES-01", "brief.use", "请改", "Mend it"));
        Assert.Equal(PointAnswer.Waiting, Assert.Single(Compare(waiting)).Points[0].Answer);
        waiting.Close(null, Asked.AddHours(2));

        Assert.Equal(PointAnswer.RemarkedAgain, Compare(waiting, Remark("DES-01", "brief.use", 1))[0].Points[0].Answer);
        Assert.Equal(PointAnswer.Changed, Compare(waiting, Remark("DES-01", "brief.use", 0))[0].Points[0].Answer);
    }

    [Fact]
    public void Files_that_came_before_the_request_or_after_the_answer_are_no_answer_to_it()
    {
        var (before, during, after) = (File("proof", -1), File("proof", 1), File("power-of-attorney", 3));

        Assert.Equal([new ChangedDocument("proof", before, during)], ChangedDocument.Between(Asked, Asked.AddHours(2), [before, during, after]));
        Assert.Equal(2, ChangedDocument.Between(Asked, null, [before, during, after]).Count);
    }

    private static CaseDocument File(string kind, int hours) => new()
    {
        Id = SampleCentre.IdOf($"{kind}{hours}"),
        CaseId = SampleCentre.IdOf("a"),
        Kind = kind,
        FileName = $"{kind}.pdf",
        Format = DocumentFileFormat.Pdf,
        ByteLength = 1,
        Sha256 = "",
        UploadedAt = Asked.AddHours(hours),
        UploadedBy = SampleCentre.IdOf("merchant"),
        UploadedByName = "merchant",
    };

    /// <summary>The use, the name and the transparent parts changed, and the left view got another picture.</summary>
    private static IReadOnlyList<RoundComparison> Compare(CorrectionRound round, params ApplicationRemark[] remarks)
    {
        var application = new DesignApplication { Id = SampleCentre.IdOf("a"), FirmId = SampleCentre.IdOf("f") };
        application.Save(Form with { ProductName = "木盒", Brief = Form.Brief with { Use = "改", TransparentParts = "盖" } }, "review", Asked.AddHours(1));
        var old = View("Left", 1);
        old.Replace(Asked.AddHours(1));
        return RoundComparison.Of(application, [round], [View("Front", 9), old, View("Left", 2, round: 1)], [], remarks);
    }

    private static CorrectionRound Round(int number, DateTimeOffset? at = null, params CorrectionPoint[] points) => new()
    {
        Id = SampleCentre.IdOf($"round:{number}"),
        ApplicationId = SampleCentre.IdOf("a"),
        Number = number,
        RequestedAt = at ?? Asked,
        Message = "",
        Points = [.. points],
        FormBefore = Form,
    };

    private static ApplicationView View(string position, int image, int round = 0) => new()
    {
        Id = SampleCentre.IdOf($"{position}:{image}:{round}"),
        ApplicationId = SampleCentre.IdOf("a"),
        DesignNumber = 1,
        Position = position,
        ImageId = SampleCentre.IdOf($"image:{image}"),
        AddedAt = round == 0 ? Asked.AddDays(-2) : Asked.AddHours(1),
        Round = round,
    };

    private static ApplicationRemark Remark(string rule, string place, int round) => new()
    {
        Id = SampleCentre.IdOf($"{rule}{round}"),
        ApplicationId = SampleCentre.IdOf("a"),
        Round = round,
        RuleId = rule,
        Severity = Severity.Warn,
        Place = place,
        MessageZh = "提示",
        MessageEn = "Remark",
        FixZh = "改",
        FixEn = "Mend",
        Basis = "依据",
        At = Asked,
    };
}
