namespace IpCenter.Casework.Demo;

/// <summary>
/// The history of the demo centre: applications in every stage, near-copies among them, two reports of copies seen in
/// livestreams and one referral. Days are counted back from the day on which the demo is started.
/// </summary>
internal static class DemoPlan
{
    public static IReadOnlyList<DemoStory> Stories { get; } =
    [
        .. Granted("hanfu", 58, "skirt-01", "fan-01", "collar-01", "hairpin-01", "skirt-02", "fan-02", "skirt-03", "vest-01"),
        .. Granted("wood", 55, "wood-jewellery-box-01", "wood-stool-01", "wood-box-01", "wood-tray-01", "wood-cat-ball-01", "wood-stool-02"),
        .. Granted("stage", 40, "dress-01", "dress-02"),
        .. Granted("craft", 36, "wood-deer-01"),
        Application("wood", "wood-step-stool-01", 30, DemoCourses.GrantedAfterCorrection(3)),
        Application("wood", "wood-tea-tray-01", 24, DemoCourses.GrantedAfterCorrection(5)) with { By = "agent" },
        Application("hanfu", "vest-02", 22, DemoCourses.GrantedAfterCorrection(7)),

        Application("craft", "wood-cat-ball-02", 12, DemoCourses.RefusedAtSecondReading(2)),
        Application("wood", "wood-bookend-01", 9, [.. DemoCourses.Submitted(4), new(DemoAct.Withdraw, 1, new TimeOnly(16, 30))]),

        Application("hanfu", "skirt-05", 13, [.. DemoCourses.Marked(1), new(DemoAct.GrantNotice, 7, new TimeOnly(10, 25))]),
        Application("wood", "wood-pen-holder-01", 16, [.. DemoCourses.Marked(4), new(DemoAct.OfficeRefuse, 6, new TimeOnly(11, 10))]),
        Application("wood", "wood-frame-01", 7,
            [.. DemoCourses.Marked(2), new(DemoAct.SupplyDocument, 1, new TimeOnly(9, 50)), new(DemoAct.AcceptDocument, 0, new TimeOnly(14, 20))]),
        Application("wood", "wood-stool-03", 4, [.. DemoCourses.Promised(1), new(DemoAct.SupplyDocument, 0, new TimeOnly(16, 40))]),
        Application("wood", "wood-phone-stand-01", 3, DemoCourses.Filed(2)),
        Application("wood", "wood-shoe-rack-01", 3, DemoCourses.Passed(1)),
        Application("craft", "wood-mirror-01", 2,
            [.. DemoCourses.Submitted(6), new(DemoAct.SupplyDocument, 0, new TimeOnly(15, 20)), new(DemoAct.AskCorrection, 1, new TimeOnly(10, 35)), new(DemoAct.ReturnDocument, 0, new TimeOnly(10, 50))]),
        Application("wood", "wood-jewellery-stand-01", 4, [.. DemoCourses.Filed(3), new(DemoAct.WaiveDocument, 0, new TimeOnly(11, 30))]),
        Application("hanfu", "hair-comb-01", 3, DemoCourses.Passed(4)) with { By = "merchant5" },
        Application("stage", "skirt-04", 3, DemoCourses.Submitted(3)),
        Application("craft", "wood-stool-04", 1, [.. DemoCourses.Submitted(5), new(DemoAct.Pause, 0, new TimeOnly(16, 20))]),
        Application("stage", "dress-03", 1, DemoCourses.Submitted(8)),
        Application("hanfu", "fan-03", 1, DemoCourses.Submitted(11)),
        Application("craft", "wood-jewellery-box-02", 2, [.. DemoCourses.Submitted(10), new(DemoAct.Refuse, 1, new TimeOnly(16, 10))]),
        Application("wood", "wood-deer-02", 1, DemoCourses.Submitted(9)),
        Application("stage", "vest-03", 1, DemoCourses.Submitted(13)),
        Application("wood", "wood-board-01", 1, DemoCourses.Submitted(2)) with { By = "agent" },
        Application("wood", "wood-child-chair-01", 1, [new(DemoAct.Draft, 0, new TimeOnly(20, 15))]),

        // Of a firm and no design: the design only says that the demo has its pictures.
        new("code-01", "props", "skirt-01", 8, [new(DemoAct.NameWrongCode, 0, new TimeOnly(10, 15)), new(DemoAct.FreeCode, 2, new TimeOnly(15, 30))]),

        Report("wood", "live-01", 6,
            new(DemoAct.Report, 0, new TimeOnly(20, 42)), new(DemoAct.RouteToCourt, 0, new TimeOnly(21, 20)),
            new(DemoAct.StateClaim, 1, new TimeOnly(9, 10)), new(DemoAct.ConfirmVenue, 0, new TimeOnly(9, 50))),
        Report("hanfu", "live-02", 0, new DemoStep(DemoAct.Report, 0, TimeOnly.MinValue)) with { MinutesAgo = 35 },
    ];

    private static IEnumerable<DemoStory> Granted(string firm, int daysAgo, params string[] designs) =>
        designs.Select((design, i) => Application(firm, design, daysAgo - 4 * i, DemoCourses.Granted(i)));

    private static DemoStory Application(string firm, string design, int daysAgo, IReadOnlyList<DemoStep> steps) =>
        new(design, firm, design, daysAgo, steps);

    private static DemoStory Report(string firm, string screenshot, int daysAgo, params DemoStep[] steps) =>
        new(screenshot, firm, screenshot, daysAgo, steps);
}
