using IpCenter.Casework.Firms;

namespace IpCenter.Casework.Demo;

/// <summary>A credit code that was copied wrongly from a licence, and freed for the firm whose code it is.</summary>
internal static class DemoCodes
{
    private const string Code = "92371721MA3YW6R8XN";

    public static async Task NameAsync(DemoStory story, DemoStage stage, CancellationToken ct)
    {
        var (viewer, actor) = await stage.AsAsync(story.Applicant, ct);
        DemoStage.Must(await stage.Get<RequestRecordal>().ExecuteAsync(new RecordalInput
        {
            Id = DemoIds.Of($"recordal:{story.Key}"),
            Name = "曹县喜乐舞台道具店",
            CreditCode = Code,
            Kind = FirmKind.IndividualBusiness,
            Address = "山东省菏泽市曹县普连集镇木艺街 42 号",
            Postcode = "274400",
            PlaceCode = "371721",
            Town = "普连集镇",
            ContactName = "何建民",
            ContactPhone = "0530-0000000",
            Business = "舞台小道具的网上销售",
            Classes = ["21-01"],
            Promised = true,
        }, viewer, actor, ct));
    }

    public static async Task FreeAsync(DemoStage stage, CancellationToken ct)
    {
        var (viewer, actor) = await stage.AsAsync("supervisor", ct);
        DemoStage.Must(await stage.Get<FreeCreditCode>().ExecuteAsync(
            Code, "另一家店铺到窗口反映代码已被占用。经查验其营业执照原件，该代码属于对方；填报人电话确认是抄录执照时看错一行。", viewer, actor, ct));
    }
}
