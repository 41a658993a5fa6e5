using IpCenter.Casework.AnnualFees;
using IpCenter.Casework.Applications;
using IpCenter.Casework.Clocks;
using IpCenter.Casework.Designs;
using IpCenter.Casework.Office;

namespace IpCenter.Casework.Letters;

/// <summary>Gathers what a letter about an answer of the office tells: sums, last days and what may be done, each from the centre's data.</summary>
public sealed class OfficeLetters(FeeDuty fees, RegistrationDuty registrations, AnnualFeeCalendar annualFees, OfficeRemedies remedies)
{
    /// <summary>The facts with what the kind of letter needs; those of the centre's own letters as they are.</summary>
    public LetterFacts Tell(LetterFacts facts, DesignApplication application, OfficeAnswer answer) => facts.Kind switch
    {
        LetterKind.GrantNotice => WithRegistration(facts, application, answer),
        LetterKind.Registered => WithRight(facts, application, answer),
        LetterKind.OfficeRefused or LetterKind.DeemedWithdrawn or LetterKind.DeemedAbandoned => WithRemedy(facts, application, answer),
        LetterKind.FeeLate => WithLateFee(facts, application),
        LetterKind.FastLaneRestored => WithLane(facts, application, answer),
        _ => facts,
    };

    /// <summary>What the register of this case knows of the answer.</summary>
    public static OfficeAnswer AnswerOf(DesignApplication application, LetterKind kind) => new(
        kind == LetterKind.GrantNotice ? application.GrantNoticeOn : application.OfficeNoticeOn,
        application.PatentNumber, application.AnnouncedOn, application.OfficeReason);

    private LetterFacts WithRegistration(LetterFacts facts, DesignApplication application, OfficeAnswer answer)
    {
        var due = registrations.Of(application, answer.NoticeOn);
        return facts with
        {
            Due = due is null ? null : LetterDues.Of(due.Last),
            Reason = Bilingual.Same(answer.Reason ?? ""),
            Office = Facts(application, answer) with { Fees = due?.Items ?? [] },
        };
    }

    private LetterFacts WithRight(LetterFacts facts, DesignApplication application, OfficeAnswer answer)
    {
        var next = annualFees.Next(RightOf(facts, application, answer), []);
        return facts with
        {
            Due = next is null ? null : LetterDues.Of(next),
            Reason = Bilingual.Same(""),
            Office = Facts(application, answer) with { Fees = next is { Steps: [var step, ..] } ? [step.Quote] : [] },
        };
    }

    private LetterFacts WithRemedy(LetterFacts facts, DesignApplication application, OfficeAnswer answer)
    {
        var remedy = remedies.Of(facts.Kind, application, answer.NoticeOn, ChinaTime.DateOf(facts.IssuedAt));
        return facts with
        {
            Due = remedy.Due,
            Reason = Bilingual.Same(answer.Reason ?? ""),
            Office = Facts(application, answer) with { Remedy = remedy.Words },
        };
    }

    private LetterFacts WithLateFee(LetterFacts facts, DesignApplication application)
    {
        var due = fees.Of(application);
        var last = due.Lawful.OrderBy(d => d.DueDate).LastOrDefault();
        return facts with
        {
            Due = last is null ? null : LetterDues.Of(last),
            Reason = LeaveReasons.Of(LeaveReasons.FeeLate),
            Office = Facts(application, new()) with { Fees = due.Items, LaneDay = due.LastDay, PaidOn = application.FeePaidOn },
        };
    }

    private LetterFacts WithLane(LetterFacts facts, DesignApplication application, OfficeAnswer answer) => facts with
    {
        Due = null,
        Reason = Bilingual.Same(answer.Reason ?? ""),
        Office = Facts(application, new()) with { LaneDay = fees.Of(application).LastDay, PaidOn = application.FeePaidOn },
    };

    private static OfficeFacts Facts(DesignApplication application, OfficeAnswer answer) => new()
    {
        OfficeNumber = application.OfficeNumber,
        NoticeOn = answer.NoticeOn,
        PatentNumber = answer.PatentNumber,
        AnnouncedOn = answer.AnnouncedOn,
    };

    /// <summary>The right as the register has it or will have it: its fees are counted before it is there, too.</summary>
    private static Design RightOf(LetterFacts facts, DesignApplication application, OfficeAnswer answer)
    {
        var filed = application.OfficeFiledOn ?? answer.AnnouncedOn;
        return new()
        {
            Id = application.Id,
            PatentNumber = answer.PatentNumber ?? "",
            OwnerName = "",
            ProductName = "",
            Use = "",
            LocarnoClass = "",
            BriefDescription = "",
            FiledOn = filed,
            AnnouncedOn = answer.AnnouncedOn,
            GrantNoticeOn = application.GrantNoticeOn,
            ExpiresOn = filed is { } day ? DesignTerm.ExpiryOf(day) : null,
            FeesReduced = application.Form.Applicants.Count > 0 && application.Form.Applicants.All(a => a.FeeReductionRequested),
            OwnerCount = application.Form.Applicants.Count,
            PublishedAt = facts.IssuedAt,
        };
    }
}
