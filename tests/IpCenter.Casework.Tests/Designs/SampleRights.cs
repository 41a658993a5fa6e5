using System.Text;
using IpCenter.Casework.Designs;

namespace IpCenter.Casework.Tests.Designs;

/// <summary>Rights of the sample centre's firm, and usual entries of their history.</summary>
public static class SampleRights
{
    public static DateOnly Today { get; } = new(2026, 11, 16);

    public static SentFile Pdf { get; } = new("合同.pdf", Encoding.ASCII.GetBytes("%PDF-1.7 contract"));

    public static Design Right(DateOnly? filed = null, DateTimeOffset? published = null, string number = "ZL202530123456.1")
    {
        var on = filed ?? new DateOnly(2025, 3, 10);
        return new()
        {
            Id = SampleCentre.IdOf(number),
            PatentNumber = number,
            FirmId = SampleCentre.IdOf("firm"),
            OwnerName = "曹县firm有限公司",
            ProductName = "首饰盒",
            Use = "用于收纳首饰。",
            LocarnoClass = "09-03",
            BriefDescription = "1. 首饰盒。",
            FiledOn = on,
            AnnouncedOn = on.AddMonths(1),
            ExpiresOn = DesignTerm.ExpiryOf(on),
            PublishedAt = published ?? new DateTimeOffset(on.AddMonths(1), new TimeOnly(9, 0), TimeSpan.FromHours(8)),
        };
    }

    public static RightFacts Facts(RightEntryKind kind, DateOnly? on = null) => new()
    {
        Kind = kind,
        EffectiveOn = on ?? new DateOnly(2026, 5, 6),
        DocumentNumber = "国知 2026-18",
        DocumentOn = on ?? new DateOnly(2026, 5, 6),
        NewOwner = kind == RightEntryKind.Transferred ? "曹县rival-firm有限公司" : "",
        Party = kind is RightEntryKind.Licensed or RightEntryKind.Pledged ? "曹县农商银行" : "",
        Licence = kind == RightEntryKind.Licensed ? LicenceKind.Ordinary : null,
        Note = kind is RightEntryKind.PartlyInvalidated or RightEntryKind.Struck ? "设计2" : "",
    };

    public static RightEntry Entry(Design design, RightFacts facts, int order = 0) => new()
    {
        Id = SampleCentre.IdOf($"entry:{order}:{facts.Kind}:{facts.EffectiveOn}:{facts.Party}"),
        DesignId = design.Id,
        Number = order + 1,
        Kind = facts.Kind,
        EffectiveOn = facts.EffectiveOn!.Value,
        Facts = facts,
        RecordedAt = CaseworkHost.Monday.AddMinutes(order),
        RecordedByName = "examiner",
        StatusBefore = design.Status,
        OwnerBefore = design.OwnerName,
        FirmBefore = design.FirmId,
    };

    public static async Task<Guid> PublishAsync(this CaseworkHost host, Design design)
    {
        await host.ChangeAsync(db =>
        {
            db.Designs.Add(design);
            return Task.CompletedTask;
        });
        return design.Id;
    }
}
