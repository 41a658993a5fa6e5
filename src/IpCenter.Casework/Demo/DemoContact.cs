namespace IpCenter.Casework.Demo;

/// <summary>Address and telephone of the demo centre: invented, and therefore no part of the data of a real one.</summary>
public static class DemoContact
{
    private static readonly Bilingual Contact = new(
        "电话 0530-0000000，曹县为民服务中心二楼知识产权窗口（演示用联系方式）",
        "Telephone 0530-0000000; IP counter, second floor, Caoxian service centre (contact of the demonstration)");

    /// <summary>The same data with a contact where the centre has named none.</summary>
    public static CaseworkSources WithDemoContact(this CaseworkSources sources) => sources with
    {
        Reference = sources.Reference with { Center = sources.Reference.Center with { Contact = sources.Reference.Center.Contact ?? Contact } },
    };
}
