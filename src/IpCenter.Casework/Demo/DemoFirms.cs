using IpCenter.Casework.Clocks;
using IpCenter.Casework.Data;
using IpCenter.Casework.Firms;
using IpCenter.Casework.People;

namespace IpCenter.Casework.Demo;

/// <summary>An invented firm of the demo and the people who act for it.</summary>
internal sealed record DemoFirm(
    string Key, string Name, string CreditCode, FirmKind Kind, string Town, string Street, string Contact, string Business,
    IReadOnlyList<string> Classes, string Member, bool IsRecorded = true);

/// <summary>Invented firms. Names, codes and addresses belong to nobody; the check characters of the codes are right.</summary>
internal static class DemoFirms
{
    public static IReadOnlyList<DemoFirm> All { get; } =
    [
        new("hanfu", "曹县云裳锦绣汉服有限公司", "91371721MA3QK8T21U", FirmKind.Company, "大集镇", "淘宝大道 18 号", "王秀云",
            "汉服、马面裙和配饰的设计与网上销售", ["02-02", "02-05", "03-04", "11-01", "28-03"], "merchant"),
        new("wood", "曹县桐韵木作家居有限公司", "91371721MA3T9W6C46", FirmKind.Company, "庄寨镇", "桐木产业园 7 号", "李桐生",
            "桐木家居用品和木制玩具的设计、生产与网上销售", ["03-01", "06-01", "06-04", "06-06", "09-03", "21-01", "30-12"], "merchant2"),
        new("stage", "曹县小舞星演出服饰店", "92371721MA3RB5H87D", FirmKind.IndividualBusiness, "安蔡楼镇", "演艺服饰街 33 号", "赵彩霞",
            "儿童演出服饰的设计与网上销售", ["02-02", "02-04"], "merchant3"),
        new("craft", "曹县拾木小作坊", "92371721MA3WD2K69E", FirmKind.IndividualBusiness, "普连集镇", "木艺街 12 号", "周春林",
            "木制玩具、文具和小家具的手工制作与网上销售", ["06-01", "06-07", "21-01", "30-12"], "merchant4"),
        new("studio", "曹县花朝汉服设计工作室", "92371721MA3XH7C487", FirmKind.IndividualBusiness, "大集镇", "汉服创意园 206 室", "赵彩霞",
            "汉服和发饰的原创设计", ["02-02", "03-04", "28-03"], "merchant3", IsRecorded: false),
        new("props", "曹县喜庆道具木业有限公司", "91371721MA3PL5Q3XP", FirmKind.Company, "普连集镇", "木艺街 40 号", "何建民",
            "舞台木制道具的设计、生产与网上销售", ["06-04", "21-01"], "merchant7"),
    ];

    /// <summary>The craft shop gives the wood firm's telephone: one of the facts by which firms are tied.</summary>
    private static string PhoneOf(string key) => key switch
    {
        "wood" or "craft" => "0530-0000101",
        _ => "0530-0000000",
    };

    public static Guid IdOf(string key) => DemoIds.Of($"firm:{key}");

    internal static void Add(CaseworkDbContext db, DateTimeOffset at, DateTimeOffset now)
    {
        foreach (var demo in All)
        {
            var member = DemoIds.Of($"person:{demo.Member}");
            db.Firms.Add(new Firm
            {
                Id = IdOf(demo.Key),
                Name = demo.Name,
                CreditCode = demo.CreditCode,
                Kind = demo.Kind,
                Address = $"山东省菏泽市曹县{demo.Town}{demo.Street}",
                Postcode = "274400",
                PlaceCode = "371721",
                Town = demo.Town,
                ContactName = demo.Contact,
                ContactPhone = PhoneOf(demo.Key),
                CreatedAt = at,
            });
            db.Mandates.Add(InForce($"member:{demo.Key}", demo.Key, demo.Member, MandateKind.Member, member, at, FirmPower.Govern));
            // The one that waits for its decision asked a day before the history ends.
            var recordal = new Recordal
            {
                Id = DemoIds.Of($"recordal:{demo.Key}"),
                FirmId = IdOf(demo.Key),
                SubmittedAt = demo.IsRecorded ? at : now.AddDays(-1),
                SubmittedBy = member,
                Business = demo.Business,
                Classes = [.. demo.Classes],
                PromisedAt = demo.IsRecorded ? at : now.AddDays(-1),
            };
            if (demo.IsRecorded)
                recordal.Decide(RecordalStatus.Approved, null, LastDayOf(demo, at, now), DemoIds.Of("person:supervisor"), at);
            db.Recordals.Add(recordal);
        }
        AddColleagues(db, at, now);
        AddHelpers(db, at, now);
        Suspend(db, now);
    }

    /// <summary>The craft shop's recordal ends within weeks, so that its renewal can be tried.</summary>
    private static DateOnly LastDayOf(DemoFirm demo, DateTimeOffset at, DateTimeOffset now) =>
        demo.Key == "craft" ? ChinaTime.DateOf(now).AddDays(24) : ChinaTime.DateOf(at).AddYears(3);

    /// <summary>The hanfu firm is three people in three roles, and waits for a fourth.</summary>
    private static void AddColleagues(CaseworkDbContext db, DateTimeOffset at, DateTimeOffset now)
    {
        var owner = DemoIds.Of("person:merchant");
        db.Mandates.Add(InForce("member:hanfu:filer", "hanfu", "merchant5", MandateKind.Member, owner, at, FirmPower.Act));
        db.Mandates.Add(InForce("member:hanfu:reader", "hanfu", "merchant6", MandateKind.Member, owner, at, FirmPower.Read));
        db.FirmInvitations.Add(new FirmInvitation
        {
            Id = DemoIds.Of("invitation:hanfu"),
            FirmId = IdOf("hanfu"),
            Invited = "摄影师小陈",
            Power = FirmPower.Act,
            InvitedBy = owner,
            InvitedAt = now.AddHours(-5),
            ExpiresAt = now.AddHours(67),
            // Nobody holds its link.
            TokenHash = FirmInvitation.HashOf(FirmInvitation.MakeToken()),
        });
    }

    /// <summary>The agent files for the wood firm and asks the hanfu firm; the town officer looks at the stage-costume shop's cases.</summary>
    private static void AddHelpers(CaseworkDbContext db, DateTimeOffset at, DateTimeOffset now)
    {
        var today = ChinaTime.DateOf(now);
        db.Mandates.Add(InForce("agent:wood", "wood", "agent", MandateKind.Agent, DemoIds.Of("person:merchant2"), at, FirmPower.Act, today.AddDays(210), "代理外观设计申请和答复"));
        db.Mandates.Add(InForce("town:stage", "stage", "town", MandateKind.TownOfficer, DemoIds.Of("person:merchant3"), at, FirmPower.Read, today.AddDays(120), "帮助店铺了解办理进度"));
        db.Mandates.Add(new Mandate
        {
            Id = DemoIds.Of("agent:hanfu"),
            FirmId = IdOf("hanfu"),
            PersonId = DemoIds.Of("person:agent"),
            Kind = MandateKind.Agent,
            RequestedAt = now.AddHours(-3),
            AskedPower = FirmPower.Act,
            AskedUntil = today.AddDays(180),
            Purpose = "代理贵公司春季新款汉服的外观设计申请，并答复补正通知。",
        });
    }

    private static void Suspend(CaseworkDbContext db, DateTimeOffset now)
    {
        db.Recordals.Local.Single(r => r.FirmId == IdOf("props")).Suspend();
        var suspension = new RecordalSuspension
        {
            Id = DemoIds.Of("suspension:props"),
            FirmId = IdOf("props"),
            RecordalId = DemoIds.Of("recordal:props"),
            At = now.AddDays(-6),
            By = DemoIds.Of("person:supervisor"),
            ByName = "高远峰",
            Reason = "营业执照显示住所已迁出本县，请说明现在的登记地。",
        };
        suspension.State("住所变更只是仓库搬迁，登记地仍在本县，新执照下周办好后提交。", "何建民", now.AddDays(-4));
        db.RecordalSuspensions.Add(suspension);
    }

    private static Mandate InForce(
        string id, string firm, string person, MandateKind kind, Guid consentedBy, DateTimeOffset at, FirmPower power, DateOnly? until = null, string? purpose = null)
    {
        var mandate = new Mandate
        {
            Id = DemoIds.Of(id),
            FirmId = IdOf(firm),
            PersonId = DemoIds.Of($"person:{person}"),
            Kind = kind,
            RequestedAt = at,
            AskedPower = kind == MandateKind.Member ? null : power,
            AskedUntil = until,
            Purpose = purpose,
        };
        mandate.Consent(consentedBy, at, power, until);
        return mandate;
    }
}
