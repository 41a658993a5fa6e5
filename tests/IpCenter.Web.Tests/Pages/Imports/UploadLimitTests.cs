using IpCenter.Casework.People;
using IpCenter.Web.Tests.Infrastructure;
using Microsoft.AspNetCore.Hosting;

namespace IpCenter.Web.Tests.Pages.Imports;

public sealed class UploadLimitTests
{
    [Fact]
    public async Task A_file_longer_than_allowed_is_refused_and_leaves_nothing()
    {
        using var factory = new SmallFactory();
        using var admin = await factory.SignedInAsAsync(Roles.Admin, "zh-CN");
        var page = await admin.GetPageAsync("/admin/imports/new");
        Assert.Contains("合计最多 2 KiB", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        using var answer = await admin.SubmitAsync(page, "form.import-form", [], ("table", "a.csv", new byte[4000], "text/csv"));

        Assert.Equal(413, (int)answer.StatusCode);
        Assert.False(Directory.Exists(Path.Combine(factory.Storage, "imports")));
    }

    [Fact]
    public async Task A_body_that_does_not_say_its_length_is_cut_at_the_limit()
    {
        using var factory = new SmallFactory();
        using var admin = await factory.SignedInAsAsync(Roles.Admin, "zh-CN");
        var page = await admin.GetPageAsync("/admin/imports/new");
        using var body = new MultipartFormDataContent
        {
            { new StringContent(((AngleSharp.Html.Dom.IHtmlInputElement)page.QuerySelector(".import-form [name=__RequestVerificationToken]")!).Value), "__RequestVerificationToken" },
            { new ByteArrayContent(new byte[4000]), "table", "a.csv" },
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/admin/imports/upload") { Content = new Endless(body) };

        using var answer = await admin.SendAsync(request);

        var told = await admin.GetPageAsync(new Uri(new Uri("http://localhost"), answer.Headers.Location!).PathAndQuery);
        Assert.Equal("文件合计超过 2 KiB。更大的文件请在服务器上用命令 import-designs 导入。", told.QuerySelector(".error-summary li")!.Text());
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(factory.Storage, "imports"), "*", SearchOption.AllDirectories));
    }

    private sealed class SmallFactory : WebFactory
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("Imports:MaxUploadBytes", "2048");
        }
    }

    /// <summary>Sends a body in pieces, without its length.</summary>
    private sealed class Endless : HttpContent
    {
        private readonly HttpContent _body;

        public Endless(HttpContent body)
        {
            _body = body;
            Headers.ContentType = body.Headers.ContentType;
        }

        protected override Task SerializeToStreamAsync(Stream stream, System.Net.TransportContext? context) => _body.CopyToAsync(stream);

        protected override bool TryComputeLength(out long length) => (length = 0) > 0;
    }
}
