namespace IpCenter.Casework.Formalities.Checks;

/// <summary>Every defect that the checks can report. The catalogue must word each of them, and no others.</summary>
internal static class Defects
{
    private static readonly List<Defect> Defined = [];

    public static readonly Defect RequestMissing = Define("DOC-01", "request-missing");
    public static readonly Defect PicturesMissing = Define("DOC-01", "pictures-missing");
    public static readonly Defect BriefMissing = Define("DOC-01", "brief-missing");
    public static readonly Defect NotChinese = Define("DOC-02", "not-chinese", "field", "text");
    public static readonly Defect NoApplicant = Define("DOC-03", "none");
    public static readonly Defect ApplicantNameMissing = Define("DOC-03", "name-missing", "number");
    public static readonly Defect ApplicantAddressMissing = Define("DOC-03", "address-missing", "applicant");
    public static readonly Defect ApplicantPostcodeMissing = Define("DOC-03", "postcode-missing", "applicant");
    public static readonly Defect ApplicantPostcodeMalformed = Define("DOC-03", "postcode-malformed", "applicant", "postcode");
    public static readonly Defect ApplicantIdMissing = Define("DOC-03", "identification-missing", "applicant", "identification");
    public static readonly Defect ApplicantIdMalformed = Define("DOC-03", "identification-malformed", "applicant", "identification");
    public static readonly Defect ResidentNumberWrong = Define("DOC-03", "resident-number-wrong", "applicant", "reason");
    public static readonly Defect ApplicantIdCheckDigit = Define("DOC-03", "identification-check-digit", "applicant", "identification");
    public static readonly Defect ApplicantCountryMissing = Define("DOC-03", "country-missing", "applicant");
    public static readonly Defect ApplicantCountryMalformed = Define("DOC-03", "country-malformed", "applicant", "country");
    public static readonly Defect RegionDocument = Define("DOC-03", "region-document", "applicant");
    public static readonly Defect PassportMalformed = Define("DOC-03", "passport-malformed", "applicant");
    public static readonly Defect ContactMissing = Define("DOC-03", "contact-missing");
    public static readonly Defect NoDesigner = Define("DOC-04", "none");
    public static readonly Defect DesignerNameMissing = Define("DOC-04", "name-missing", "number");
    public static readonly Defect DesignerCountryMissing = Define("DOC-04", "country-missing");
    public static readonly Defect DesignerNotPerson = Define("DOC-04", "not-a-person", "name", "word");
    public static readonly Defect AgencyFieldMissing = Define("DOC-05", "field-missing", "field");
    public static readonly Defect AgencyRequired = Define("DOC-05", "agency-required", "applicant");
    public static readonly Defect AgencyNotListed = Define("DOC-06", "not-listed", "agency");
    public static readonly Defect PowerOfAttorneyMissing = Define("DOC-07", "missing");
    public static readonly Defect PowerOfAttorneyOwed = Define("DOC-07", "owed");
    public static readonly Defect FeeReductionByAll = Define("FEE-01", "not-all");

    public static readonly Defect NameMissing = Define("NAME-01", "missing");
    public static readonly Defect NamesDiffer = Define("NAME-01", "differ", "request", "brief");
    public static readonly Defect NameTooLong = Define("NAME-02", "too-long", "length", "limit");
    public static readonly Defect NameVague = Define("NAME-02", "vague", "name");
    public static readonly Defect NameWearKind = Define("NAME-02", "wear-kind", "name");
    public static readonly Defect NameEffect = Define("NAME-02", "effect", "word");
    public static readonly Defect NameMaterial = Define("NAME-02", "material", "word");
    public static readonly Defect NameSize = Define("NAME-02", "size", "word");
    public static readonly Defect NameSuffix = Define("NAME-02", "suffix");
    public static readonly Defect NameMark = Define("NAME-02", "mark", "word");
    public static readonly Defect NamePart = Define("NAME-03", "part-missing", "name");
    public static readonly Defect NameInterface = Define("NAME-04", "words-missing", "name");
    public static readonly Defect NameInterfaceGeneral = Define("NAME-04", "too-general", "name");

    public static readonly Defect NamePartDiffers = Define("NAME-03", "part-differs", "name", "part");
    public static readonly Defect NameInterfaceProduct = Define("NAME-04", "product-missing", "name", "product");

    public static readonly Defect BriefNameMissing = Define("BRIEF-01", "name-missing");
    public static readonly Defect UseMissing = Define("BRIEF-01", "use-missing");
    public static readonly Defect DesignPointsMissing = Define("BRIEF-01", "design-points-missing");
    public static readonly Defect DesignatedViewMissing = Define("BRIEF-01", "view-missing");
    public static readonly Defect DesignatedViewUnknown = Define("BRIEF-02", "not-submitted", "view");
    public static readonly Defect OmissionNotStated = Define("BRIEF-03", "not-stated", "view");
    public static readonly Defect OmissionReasonMissing = Define("BRIEF-03", "reason-missing", "view");
    public static readonly Defect OmissionCounterpartMissing = Define("BRIEF-03", "counterpart-missing", "view");
    public static readonly Defect OmittedButSubmitted = Define("BRIEF-03", "submitted-anyway", "view");
    public static readonly Defect ColourGrayView = Define("BRIEF-04", "gray-view", "view");
    public static readonly Defect ColourlessView = Define("BRIEF-04", "colourless-view", "view");
    public static readonly Defect ColourNotStated = Define("BRIEF-04", "not-stated");
    public static readonly Defect BasicDesignMissing = Define("BRIEF-05", "missing");
    public static readonly Defect BasicDesignSeveral = Define("BRIEF-05", "several", "numbers");
    public static readonly Defect BasicDesignUnknown = Define("BRIEF-05", "unknown", "number");
    public static readonly Defect ProtectedPartMissing = Define("BRIEF-06", "missing");
    public static readonly Defect PartUseMissing = Define("BRIEF-06", "use-missing");
    public static readonly Defect BriefPromotion = Define("BRIEF-07", "promotion", "word");
    public static readonly Defect BriefPerformance = Define("BRIEF-07", "performance", "word");
    public static readonly Defect BriefInnerStructure = Define("BRIEF-07", "inner-structure", "word");
    public static readonly Defect PatternUnanswered = Define("BRIEF-09", "pattern-unanswered");

    public static readonly Defect ShapeUnanswered = Define("VIEW-01", "shape-unanswered");
    public static readonly Defect PerspectiveMissing = Define("VIEW-01", "perspective-missing");
    public static readonly Defect ConcernedFaceOmitted = Define("VIEW-01", "concerned-face-omitted", "view");
    public static readonly Defect FlatFaceMissing = Define("VIEW-02", "face-missing");
    public static readonly Defect ViewNameUnknown = Define("VIEW-03", "unknown", "view");
    public static readonly Defect ViewNameAlias = Define("VIEW-03", "alias", "view", "standard");
    public static readonly Defect ViewNameTwice = Define("VIEW-03", "twice", "view");
    public static readonly Defect ViewPrefixMissing = Define("VIEW-04", "prefix-missing", "view", "expected");
    public static readonly Defect ViewPrefixWrong = Define("VIEW-04", "prefix-wrong", "view", "expected");
    public static readonly Defect ViewPrefixNeedless = Define("VIEW-04", "prefix-needless", "view");
    public static readonly Defect DesignNumbersBroken = Define("VIEW-04", "numbers-broken", "numbers");
    public static readonly Defect ScalesDiffer = Define("VIEW-05", "scales-differ", "edge", "larger", "smaller");
    public static readonly Defect OtherProduct = Define("VIEW-05", "other-product", "view");
    public static readonly Defect SamePicture = Define("VIEW-06", "same-picture", "view", "other");
    public static readonly Defect MirroredPicture = Define("VIEW-06", "mirrored-picture", "view", "other");
    public static readonly Defect OutlinesDiffer = Define("VIEW-06", "outlines-differ", "view", "other");
    public static readonly Defect DepictionsMixed = Define("VIEW-08", "mixed", "kinds");
    public static readonly Defect PartialMarkingMissing = Define("VIEW-09", "marking-missing");
    public static readonly Defect PartialPerspectiveMissing = Define("VIEW-09", "perspective-missing");
    public static readonly Defect WholeProductMissing = Define("VIEW-09", "whole-missing");
    public static readonly Defect DashesInPhotograph = Define("VIEW-09", "photograph", "view");
    public static readonly Defect DashesMissing = Define("VIEW-09", "no-dashes", "view");

    public static readonly Defect PictureFormatRefused = Define("IMG-01", "format", "format");
    public static readonly Defect PictureColourModel = Define("IMG-01", "colour-model");
    public static readonly Defect PictureNotMeasured = Define("IMG-01", "not-measured");
    public static readonly Defect FigureTooSmall = Define("IMG-02", "too-small", "size");
    public static readonly Defect FigureTooLarge = Define("IMG-02", "too-large", "size");
    public static readonly Defect DpiMissing = Define("IMG-03", "missing");
    public static readonly Defect DpiOutside = Define("IMG-03", "outside", "dpi");
    public static readonly Defect DpiLow = Define("IMG-03", "low", "dpi");
    public static readonly Defect FigureImpractical = Define("IMG-04", "too-large", "size");
    public static readonly Defect BackgroundUneven = Define("IMG-05", "uneven");
    public static readonly Defect ContrastLow = Define("IMG-05", "contrast-low");
    public static readonly Defect Glare = Define("IMG-06", "glare");
    public static readonly Defect Shadow = Define("IMG-06", "shadow");
    public static readonly Defect Blurred = Define("IMG-07", "blurred");
    public static readonly Defect TouchesBorder = Define("IMG-08", "touches-border");
    public static readonly Defect DashedLines = Define("IMG-10", "dashed");
    public static readonly Defect CentreLines = Define("IMG-10", "dash-dot");
    public static readonly Defect ShadingLines = Define("IMG-10", "hatching");
    public static readonly Defect GrayTone = Define("IMG-10", "tone");
    public static readonly Defect NumbersInDrawing = Define("IMG-10", "marks");
    public static readonly Defect LocationMetadata = Define("IMG-12", "location");

    public static readonly Defect SensitiveWord = Define("SUB-03", "word", "word");
    public static readonly Defect DisclosureUnanswered = Define("SUB-05", "unanswered");
    public static readonly Defect DisclosureDateMissing = Define("SUB-05", "date-missing");
    public static readonly Defect NoveltyLost = Define("SUB-05", "lost", "date", "how");
    public static readonly Defect LostBeforeOffice = Define("SUB-05", "lost-before-office", "date", "how", "office");
    public static readonly Defect ShownAfterPriority = Define("SUB-05", "after-priority", "date", "how", "priority");
    public static readonly Defect GraceClaimed = Define("SUB-05", "grace", "date", "last");
    public static readonly Defect GraceEndsBeforeOffice = Define("SUB-05", "grace-ends-before-office", "date", "last", "office");
    public static readonly Defect GraceTooLate = Define("SUB-05", "grace-too-late", "date", "last");
    public static readonly Defect GraceProofMissing = Define("SUB-05", "proof-missing");
    public static readonly Defect OwnSameDesign = Define("SUB-07", "own-case", "case");
    public static readonly Defect OwnSamePictures = Define("SUB-07", "own-case-same-pictures", "case");
    public static readonly Defect DesignsEqual = Define("SUB-07", "designs-equal", "first", "second");

    public static readonly Defect TooManySimilar = Define("UNITY-01", "too-many", "count", "limit");
    public static readonly Defect TooFewSimilar = Define("UNITY-01", "too-few");
    public static readonly Defect SeveralInSingle = Define("UNITY-01", "several-in-single", "count");
    public static readonly Defect ProductsDiffer = Define("UNITY-01", "products-differ", "names");
    public static readonly Defect TooFewInSet = Define("UNITY-02", "too-few");
    public static readonly Defect PartialInSet = Define("UNITY-02", "partial");
    public static readonly Defect SetClassesDiffer = Define("UNITY-02", "classes-differ", "classes");
    public static readonly Defect SetAndSimilar = Define("UNITY-03", "combined");

    public static readonly Defect PriorityCountryMissing = Define("PRIO-01", "country-missing");
    public static readonly Defect PriorityNumberMissing = Define("PRIO-01", "number-missing");
    public static readonly Defect PriorityDateMissing = Define("PRIO-01", "date-missing");
    public static readonly Defect PriorityTooLate = Define("PRIO-01", "too-late", "date", "last");
    public static readonly Defect PriorityEndsBeforeOffice = Define("PRIO-01", "ends-before-office", "date", "last", "office");
    public static readonly Defect PriorityNotEarlier = Define("PRIO-01", "not-earlier", "date");
    public static readonly Defect PriorityCopyMissing = Define("PRIO-01", "copy-missing", "number", "last");
    public static readonly Defect PriorityEarlierWithdrawn = Define("PRIO-02", "earlier-withdrawn", "number");
    public static readonly Defect PriorityEnjoyed = Define("PRIO-02", "enjoyed-priority", "number");
    public static readonly Defect PriorityGranted = Define("PRIO-02", "granted", "number");
    public static readonly Defect PriorityDivisional = Define("PRIO-02", "divisional", "number");

    public static readonly Defect PromisesOpen = Define("AMEND-01", "promises-open");
    public static readonly Defect TermEnds = Define("TERM-01", "ends", "years", "date");
    public static readonly Defect HagueRoute = Define("HAGUE-01", "route");
    public static readonly Defect GameInterface = Define("GUI-01", "game", "word");
    public static readonly Defect InteractionMissing = Define("GUI-01", "interaction-missing");
    public static readonly Defect InterfaceUseMissing = Define("GUI-02", "use-missing");
    public static readonly Defect InterfaceProductMissing = Define("GUI-02", "product-missing");
    public static readonly Defect InterfaceAreaMissing = Define("GUI-02", "area-missing");
    public static readonly Defect InterfaceChangeMissing = Define("GUI-02", "change-missing");
    public static readonly Defect InterfaceStatesMissing = Define("GUI-03", "states-missing");
    public static readonly Defect InterfaceStatesGap = Define("GUI-03", "states-gap", "numbers");

    public static readonly Defect NotRecorded = Define("FAST-01", "not-recorded");
    public static readonly Defect RecordalPending = Define("FAST-01", "pending");
    public static readonly Defect RecordalSuspended = Define("FAST-01", "suspended");
    public static readonly Defect RecordalCancelled = Define("FAST-01", "cancelled");
    public static readonly Defect PromiseMissing = Define("FAST-02", "promise-missing");
    public static readonly Defect Pct = Define("X1", "pct");
    public static readonly Defect SameDay = Define("X2", "same-day");
    public static readonly Defect Divisional = Define("X3", "divisional");
    public static readonly Defect Secrecy = Define("X4", "secrecy");
    public static readonly Defect AlreadyFiled = Define("X5", "already-filed");
    public static readonly Defect ClassMissing = Define("X6", "class-missing");
    public static readonly Defect ClassMalformed = Define("X6", "class-malformed", "class");
    public static readonly Defect ClassUnknown = Define("X6", "class-unknown", "class");
    public static readonly Defect ClassOutside = Define("X6", "class-outside", "class");
    public static readonly Defect ClassUnsettled = Define("X6", "class-unsettled", "class");
    public static readonly Defect RecordedFirmNotFirst = Define("X7", "not-first");
    public static readonly Defect Hague = Define("X8", "hague");
    public static readonly Defect PriorityInFastLane = Define("X9", "priority");
    public static readonly Defect GraceInFastLane = Define("X9", "grace");

    /// <summary>In the order above.</summary>
    public static IReadOnlyList<Defect> All => Defined;

    private static Defect Define(string ruleId, string name, params string[] arguments)
    {
        var defect = new Defect(ruleId, name, arguments);
        Defined.Add(defect);
        return defect;
    }
}
