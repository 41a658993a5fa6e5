using IpCenter.Casework.Formalities.Facts;
using static IpCenter.Casework.Tests.Formalities.Cases.FormalityCase;

namespace IpCenter.Casework.Tests.Formalities.Cases;

internal static class FastTrackCases
{
    private const string Measures = "25号";

    public static IEnumerable<FormalityCase> All =>
    [
        Lane("FAST-01", "not-recorded", "49号", lane => lane with { Recordal = RecordalStatus.NotRecorded }),
        Lane("FAST-01", "pending", "49号", lane => lane with { Recordal = RecordalStatus.Pending }),
        Lane("FAST-01", "suspended", "49号", lane => lane with { Recordal = RecordalStatus.Suspended }),
        Lane("FAST-01", "cancelled", "49号", lane => lane with { Recordal = RecordalStatus.Cancelled }),
        Lane("X1", "pct", Measures, lane => lane with { IsPct = true }),
        Lane("X2", "same-day", Measures, lane => lane with { IsSameDayInventionAndUtilityModel = true }),
        Lane("X3", "divisional", Measures, lane => lane with { IsDivisional = true }),
        Lane("X4", "secrecy", Measures, lane => lane with { NeedsSecrecyExamination = true }),
        Lane("X5", "already-filed", Measures, lane => lane with { IsAlreadyFiled = true }),
        Of("X6", "class-missing", Measures, facts => facts with { LocarnoClass = null }),
        Of("X6", "class-malformed", Measures, facts => facts with { LocarnoClass = "2-2" }),
        Of("X6", "class-unknown", Measures, facts => facts with { LocarnoClass = "02-77" }),
        Of("X6", "class-unknown", Measures, facts => Piece(facts, "02-77"), Sample.Set, facts => Piece(facts, "02-03")),
        Of("X6", "class-malformed", Measures, facts => Piece(facts, "02"), Sample.Set, facts => Piece(facts, "02-03")),
        Of("X6", "class-outside", Measures, facts => Piece(facts, "02-03"), Sample.Set with { AcceptedClasses = ["02-02"] }, facts => Piece(facts, "02-02")),
        Of("X6", "class-outside", Measures, facts => facts with { LocarnoClass = "14-01" }, right: facts => facts with { LocarnoClass = "30-12" }),
        Of("X6", "class-unsettled", Measures, facts => facts with { LocarnoClass = "14-01", AcceptedClassesAreApproved = false },
            right: facts => facts with { LocarnoClass = "30-12", AcceptedClassesAreApproved = false }),
        Lane("X7", "not-first", Measures, lane => lane with { FirstApplicantIsRecordedFirm = false }),
        Lane("X8", "hague", Measures, lane => lane with { IsHague = true }),
        Lane("HAGUE-01", "route", "海牙", lane => lane with { IsHague = true }),
        Of("X9", "priority", "待本中心确认", facts => facts with { Priorities = [Sample.Foreign] }),
        Of("X9", "grace", "待本中心确认", facts => facts with
        {
            Disclosure = new DisclosureFacts { IsAnswered = true, Kind = DisclosureKind.PrescribedConference, EarliestDate = new(2026, 11, 1) },
        }),
        Lane("FAST-02", "promise-missing", Measures, lane => lane with { PromisesAccepted = false }),
        Lane("AMEND-01", "promises-open", "第五十七条第二款", lane => lane with { PromisesAccepted = false }),
    ];

    private static ApplicationFacts Piece(ApplicationFacts set, string code) => set with { Designs = [set.Designs[0], set.Designs[1] with { LocarnoClass = code }] };

    private static FormalityCase Lane(string ruleId, string defect, string citation, Func<FastTrackFacts, FastTrackFacts> wrong) =>
        Of(ruleId, defect, citation, facts => facts.WithFastTrack(wrong));
}
