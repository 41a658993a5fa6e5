namespace IpCenter.Casework.Demo;

/// <summary>What somebody does to a demo case.</summary>
internal enum DemoAct
{
    Draft,
    Submit,
    Pass,
    AskCorrection,
    Resubmit,
    Refuse,
    RefuseAgain,
    ConfirmReading,
    ReturnReading,
    NameWrongCode,
    FreeCode,
    FileAtOffice,
    PayFee,
    PromiseFee,
    SupplyDocument,
    AcceptDocument,
    ReturnDocument,
    WaiveDocument,
    Mark,
    GrantNotice,
    Grant,
    OfficeRefuse,
    Withdraw,
    Pause,
    Report,
    RouteToCourt,
    StateClaim,
    ConfirmVenue,
}

/// <summary>One step: so many working days after the one before, at this time of the day.</summary>
internal sealed record DemoStep(DemoAct Act, int WorkingDaysLater, TimeOnly At);

/// <summary>One demo case: whose, of which design, begun how many working days ago, and what happened since.</summary>
internal sealed record DemoStory(string Key, string Firm, string Design, int BegunWorkingDaysAgo, IReadOnlyList<DemoStep> Steps)
{
    /// <summary>Where the first step lies so many minutes back instead.</summary>
    public int? MinutesAgo { get; init; }

    /// <summary>Who does the applicant's part, where it is not the firm's own person.</summary>
    public string? By { get; init; }

    public string Applicant => By ?? DemoFirms.All.Single(f => f.Key == Firm).Member;
}

/// <summary>Usual courses of a case; times of day differ from case to case, so that no two look alike.</summary>
internal static class DemoCourses
{
    public static IReadOnlyList<DemoStep> Submitted(int variant) => [new(DemoAct.Submit, 0, Time(variant, 9, 5))];

    public static IReadOnlyList<DemoStep> Passed(int variant) =>
        [.. Submitted(variant), new(DemoAct.Pass, 1 + variant % 2, Time(variant, 10, 20)), new(DemoAct.ConfirmReading, 0, Time(variant, 15, 10))];

    public static IReadOnlyList<DemoStep> Refused(int variant) =>
        [.. Submitted(variant), new(DemoAct.Refuse, 2, Time(variant, 10, 20)), new(DemoAct.ConfirmReading, 1, Time(variant, 9, 40))];

    /// <summary>The second reader wants the refusal to say with what it compares; said so, it is confirmed.</summary>
    public static IReadOnlyList<DemoStep> RefusedAtSecondReading(int variant) =>
    [
        .. Submitted(variant),
        new(DemoAct.Refuse, 2, Time(variant, 10, 20)),
        new(DemoAct.ReturnReading, 0, Time(variant, 15, 40)),
        new(DemoAct.RefuseAgain, 1, Time(variant, 9, 20)),
        new(DemoAct.ConfirmReading, 0, Time(variant, 14, 0)),
    ];

    public static IReadOnlyList<DemoStep> Corrected(int variant) =>
    [
        .. Submitted(variant),
        new(DemoAct.AskCorrection, 1, Time(variant, 10, 20)),
        new(DemoAct.Resubmit, 2, Time(variant, 11, 0)),
        new(DemoAct.Pass, 1, Time(variant, 14, 30)),
        new(DemoAct.ConfirmReading, 0, Time(variant, 16, 10)),
    ];

    public static IReadOnlyList<DemoStep> Filed(int variant) => [.. Passed(variant), new(DemoAct.FileAtOffice, 1, Time(variant, 9, 30))];

    public static IReadOnlyList<DemoStep> Paid(int variant) => [.. Filed(variant), new(DemoAct.PayFee, 0, Time(variant, 14, 0))];

    /// <summary>Paid, with the promise that the proof follows.</summary>
    public static IReadOnlyList<DemoStep> Promised(int variant) => [.. Filed(variant), new(DemoAct.PromiseFee, 0, Time(variant, 14, 0))];

    public static IReadOnlyList<DemoStep> Marked(int variant) => [.. Paid(variant), new(DemoAct.Mark, 1, Time(variant, 9, 20))];

    public static IReadOnlyList<DemoStep> Granted(int variant) => [.. Marked(variant), new(DemoAct.Grant, 3 + variant % 3, Time(variant, 10, 40))];

    public static IReadOnlyList<DemoStep> GrantedAfterCorrection(int variant) =>
    [
        .. Corrected(variant),
        new(DemoAct.FileAtOffice, 1, Time(variant, 9, 30)),
        new(DemoAct.PayFee, 0, Time(variant, 14, 0)),
        new(DemoAct.Mark, 1, Time(variant, 9, 20)),
        new(DemoAct.Grant, 4, Time(variant, 10, 40)),
    ];

    private static TimeOnly Time(int variant, int hour, int minute) => new TimeOnly(hour, minute).AddMinutes(variant * 7 % 95);
}
