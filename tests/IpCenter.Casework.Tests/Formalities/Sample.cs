using System.Collections.Immutable;
using IpCenter.Casework.Formalities.Facts;
using IpCenter.Casework.Formalities.Views;

namespace IpCenter.Casework.Tests.Formalities;

/// <summary>Applications in which everything is in order, and small changes to them.</summary>
internal static class Sample
{
    public static readonly DateOnly Filing = new(2026, 12, 1);

    /// <summary>A pleated skirt with six views and a perspective.</summary>
    public static ApplicationFacts Good { get; } = new()
    {
        Shape = ProductShape.ThreeDimensional,
        ProductName = "马面裙",
        Brief = new BriefDescriptionFacts
        {
            ProductName = "马面裙",
            Use = "用于穿着",
            DesignPoints = "裙门与裙摆的图案",
            DesignatedView = "立体图",
        },
        Applicants = [Firm],
        Designers = [new DesignerFacts("王小云")],
        LocarnoClass = "02-02",
        KnownClasses = ImmutableHashSet.Create("02-02", "02-03", "11-01", "14-01", "30-12"),
        AcceptedClasses = ["02-*", "30-12"],
        AcceptedClassesAreApproved = true,
        Disclosure = new DisclosureFacts { IsAnswered = true },
        FilingDate = Filing,
        FastTrack = new FastTrackFacts { Recordal = RecordalStatus.Recorded, FirstApplicantIsRecordedFirm = true, PromisesAccepted = true },
        PresentDocuments = ImmutableHashSet.Create(DocumentKind.Request),
        Designs = [Design(1)],
    };

    /// <summary>Two similar designs, the first one basic.</summary>
    public static ApplicationFacts Similar { get; } = Good with
    {
        Kind = ApplicationKind.SimilarDesigns,
        Brief = Good.Brief! with { BasicDesigns = [1], DesignatedView = "设计1立体图" },
        Designs = [Design(1, "设计1"), Design(2, "设计2")],
    };

    /// <summary>A set of two garments.</summary>
    public static ApplicationFacts Set { get; } = Good with
    {
        Kind = ApplicationKind.Set,
        Brief = Good.Brief! with { DesignatedView = "套件1立体图" },
        Designs = [Design(1, "套件1"), Design(2, "套件2")],
    };

    /// <summary>The collar of a dress.</summary>
    public static ApplicationFacts Partial { get; } = Good with
    {
        IsPartialDesign = true,
        PartialMarking = PartialMarking.TranslucentLayer,
        ProductName = "连衣裙的领部",
        Brief = Good.Brief! with { ProductName = "连衣裙的领部", ProtectedPart = "领部", PartUse = "用于修饰颈部" },
    };

    public static ApplicationFacts Interface { get; } = Good with
    {
        IsGraphicalUserInterface = true,
        ProductName = "手机的移动支付图形用户界面",
        Brief = Good.Brief! with
        {
            ProductName = "手机的移动支付图形用户界面",
            InterfaceUse = "用于移动支付",
            InterfaceProduct = "手机",
            InterfaceArea = "手机的显示屏",
            Interaction = "点击下方按钮进入付款",
        },
    };

    /// <summary>The same, changing from one state to the next.</summary>
    public static ApplicationFacts MovingInterface { get; } = Interface.WithBrief(brief => brief with { InterfaceMoves = true, InterfaceChange = "点击图标后展开付款码" })
        .WithViews(views => [.. views, .. States(1, 2)]);

    public static IEnumerable<ViewFacts> States(params int[] numbers) =>
        numbers.Select(number => View(ViewKind.ChangedState, seed: 10 + number) with { Name = $"变化状态图{number}" });

    public static ApplicantFacts Firm => new()
    {
        Name = "曹县云锦服饰有限公司",
        Address = "山东省菏泽市曹县大集镇电商路1号",
        Postcode = "274400",
        IdentificationKind = IdentificationKind.UnifiedSocialCreditCode,
        IdentificationNumber = "91371721AY4CL12THN",
    };

    public static AgencyFacts Agency => new()
    {
        Name = "菏泽某专利代理有限公司",
        Code = "37299",
        AttorneyName = "李明",
        QualificationNumber = "3729900001.0",
        Phone = "0530-1234567",
        IsOnCentreList = true,
    };

    public static PriorityClaim Foreign => new() { Country = "JP", Number = "2026-012345", Date = new DateOnly(2026, 7, 1), CopySupplied = true };

    public static PriorityClaim Domestic => new() { Country = "CN", Number = "202610000001.0", Date = new DateOnly(2026, 7, 1), EarlierRight = EarlierRight.Invention };

    /// <summary>Six views and a perspective at one scale, each a different picture.</summary>
    public static DesignFacts Design(int number, string prefix = "") => new()
    {
        Number = number,
        Views = [.. ViewNames.Orthographic.Append(ViewKind.Perspective).Select(kind => View(kind, prefix, number))],
    };

    public static ViewFacts View(ViewKind kind, string prefix = "", int seed = 1)
    {
        var random = new Random(seed * 100 + (int)kind);
        var (width, height) = kind switch
        {
            ViewKind.Left or ViewKind.Right => (0.3, 0.7),
            ViewKind.Top or ViewKind.Bottom => (0.6, 0.3),
            _ => (0.6, 0.7),
        };
        return new ViewFacts
        {
            Name = prefix + ViewNames.Of(kind).Name.Zh,
            Format = PictureFormat.Jpeg,
            WidthPixels = 2000,
            HeightPixels = 2000,
            Dpi = 300,
            Measured = new PictureMeasurements
            {
                BackgroundUniformity = 0.97,
                Contrast = 45,
                Sharpness = 120,
                Box = new ProductBox(0.1, 0.1, 0.1 + width, 0.1 + height),
                Depiction = Depiction.Photograph,
                DepictionConfidence = 0.95,
                Fingerprint = (ulong)random.NextInt64(),
                MirroredFingerprint = (ulong)random.NextInt64(),
            },
        };
    }

    public static ApplicationFacts WithApplicant(this ApplicationFacts facts, Func<ApplicantFacts, ApplicantFacts> change) =>
        facts with { Applicants = [change(facts.Applicants[0]), .. facts.Applicants.Skip(1)] };

    public static ApplicationFacts WithBrief(this ApplicationFacts facts, Func<BriefDescriptionFacts, BriefDescriptionFacts> change) =>
        facts with { Brief = change(facts.Brief!) };

    public static ApplicationFacts WithNames(this ApplicationFacts facts, string name) =>
        (facts with { ProductName = name }).WithBrief(brief => brief with { ProductName = name });

    public static ApplicationFacts WithFastTrack(this ApplicationFacts facts, Func<FastTrackFacts, FastTrackFacts> change) =>
        facts with { FastTrack = change(facts.FastTrack) };

    public static ApplicationFacts WithViews(this ApplicationFacts facts, Func<IReadOnlyList<ViewFacts>, IEnumerable<ViewFacts>> change) =>
        facts with { Designs = [facts.Designs[0] with { Views = [.. change(facts.Designs[0].Views)] }, .. facts.Designs.Skip(1)] };

    public static ApplicationFacts Without(this ApplicationFacts facts, ViewKind kind) =>
        facts.WithViews(views => views.Where(view => ViewLabel.Parse(view.Name)!.Kind != kind));

    public static ApplicationFacts WithView(this ApplicationFacts facts, ViewKind kind, Func<ViewFacts, ViewFacts> change) =>
        facts.WithViews(views => views.Select(view => ViewLabel.Parse(view.Name)!.Kind == kind ? change(view) : view));

    public static ApplicationFacts WithMeasured(this ApplicationFacts facts, ViewKind kind, Func<PictureMeasurements, PictureMeasurements> change) =>
        facts.WithView(kind, view => view with { Measured = change(view.Measured!) });

    public static ApplicationFacts Omitting(this ApplicationFacts facts, OmittedView omitted) =>
        facts.WithBrief(brief => brief with { OmittedViews = [.. brief.OmittedViews, omitted] });
}
