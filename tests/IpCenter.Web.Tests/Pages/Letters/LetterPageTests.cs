using System.Net;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using IpCenter.Casework.Examination;
using IpCenter.Casework.Letters;
using IpCenter.Casework.People;
using IpCenter.Testing;
using IpCenter.Web.Tests.Infrastructure;
using IpCenter.Web.Tests.Pages.Examine;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IpCenter.Web.Tests.Pages.Letters;

public sealed class LetterPageTests(WebFactory factory) : IClassFixture<WebFactory>
{
    private const string WordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    [Fact]
    public async Task The_firm_reads_its_letter_prints_it_and_takes_it_as_a_word_file_and_nobody_else_learns_of_it()
    {
        var letter = await RefuseAsync("letter-firm", "与现有设计相同");
        using var firm = factory.CreatePlainClient("zh-CN");
        await firm.SignInAsync("merchant-letter-firm");

        var link = (await firm.GetPageAsync($"/cases/{letter.CaseId}")).QuerySelector($"a[href='/letters/{letter.Id}']");
        Assert.Equal("预审不合格通知书", link!.Text());
        var page = await firm.GetPageAsync($"/letters/{letter.Id}");
        Assert.Contains("理由：与现有设计相同", page.QuerySelector(".letter-page")!.Text(), StringComparison.Ordinal);
        Assert.Equal("zh-CN", page.QuerySelector(".letter-page")!.GetAttribute("lang"));
        Assert.Contains("It has not passed", (await firm.GetPageAsync($"/letters/{letter.Id}?language=en")).QuerySelector(".letter-page")!.Text(), StringComparison.Ordinal);
        using var file = await firm.GetAsync($"/letters/{letter.Id}/letter.docx");
        Assert.Equal((WordType, $"{letter.Number}.docx"), (file.Content.Headers.ContentType!.MediaType, file.Content.Headers.ContentDisposition!.FileName));

        using var stranger = await factory.SignedInAsAsync(Roles.Merchant);
        using var visitor = factory.CreatePlainClient();
        using var hidden = await stranger.GetAsync($"/letters/{letter.Id}");
        using var hiddenFile = await stranger.GetAsync($"/letters/{letter.Id}/letter.docx");
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (hidden.StatusCode, hiddenFile.StatusCode));
        using var asked = await visitor.GetAsync($"/letters/{letter.Id}/letter.docx");
        Assert.Equal("/sign-in", asked.Headers.Location!.AbsolutePath);
    }

    [Fact]
    public async Task A_template_is_looked_at_put_in_force_and_used_by_the_next_preview()
    {
        using var admin = await factory.SignedInAsAsync(Roles.Admin, "zh-CN");
        var page = await admin.GetPageAsync("/admin/letters/Passed/zh-CN");
        Assert.Contains("系统自带的模板", page.QuerySelector("main h2")!.Text(), StringComparison.Ordinal);

        using var sent = await SendAsync(admin, page, Changed("请自备印章。"));
        var version = new Uri(admin.BaseAddress!, sent.Headers.Location!).PathAndQuery;
        Assert.StartsWith("/admin/letters/Passed/zh-CN?version=", version, StringComparison.Ordinal);
        var draft = await admin.GetPageAsync(version);
        Assert.Equal(["请自备印章。"], draft.QuerySelectorAll("ins").Select(line => line.Text()));
        Assert.Empty(draft.QuerySelectorAll("del"));

        using var unreasoned = await admin.SubmitAsync(draft, "form:has([name='Input.Reason'])", new() { ["Input.Reason"] = "" });
        Assert.NotNull((await unreasoned.ReadPageAsync()).QuerySelector(".error-summary"));
        using var published = await admin.SubmitAsync(draft, "form:has([name='Input.Reason'])", new() { ["Input.Reason"] = "增加提示" });
        using var publishedAgain = await admin.SubmitAsync(draft, "form:has([name='Input.Reason'])", new() { ["Input.Reason"] = "增加提示" });
        Assert.Equal((HttpStatusCode.Found, HttpStatusCode.Found), (published.StatusCode, publishedAgain.StatusCode));

        var task = await factory.FileAsync("letter-template");
        using var examiner = await factory.SignedInAsAsync(Roles.Examiner, "zh-CN");
        var desk = await examiner.GetPageAsync($"/examine/{task.Id}");
        using var preview = await examiner.SubmitAsync(desk, "form#decision", new() { ["Input.Outcome"] = "pass", ["Input.Step"] = "preview" });
        Assert.Contains("请自备印章。", (await preview.ReadPageAsync()).QuerySelector(".letter")!.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_cannot_serve_is_refused_with_every_reason_in_the_words_of_the_page()
    {
        using var admin = await factory.SignedInAsAsync(Roles.Admin, "zh-CN");
        var page = await admin.GetPageAsync("/admin/letters/Correction/zh-CN");

        using var refused = await SendAsync(admin, page, File.ReadAllBytes(Repository.PathTo("data/letters/Refused.zh-CN.docx")));
        using var noFile = await SendAsync(admin, page, []);
        using var noWord = await SendAsync(admin, page, "x"u8.ToArray());

        Assert.Equal(
            ["缺少必须有的字段“期限 / Due”。", "缺少必须有的字段“意见内容 / PointText”。"],
            (await refused.ReadPageAsync()).QuerySelectorAll(".error-summary li").Select(line => line.Text()));
        Assert.Equal("请选择一个 Word 文件。", (await noFile.ReadPageAsync()).QuerySelector(".error-summary li")!.Text());
        Assert.Equal("这不是可以读取的 Word 文件（.docx）。", (await noWord.ReadPageAsync()).QuerySelector(".error-summary li")!.Text());
    }

    [Fact]
    public async Task Templates_are_the_administrators_and_unknown_ones_are_not_found()
    {
        using var admin = await factory.SignedInAsAsync(Roles.Admin);
        using var supervisor = await factory.SignedInAsAsync(Roles.Supervisor);
        foreach (var address in (string[])["/admin/letters", "/admin/letters/Passed/en", "/admin/letters/Passed/en/template.docx"])
        {
            using var shown = await admin.GetAsync(address);
            using var refused = await supervisor.GetAsync(address);
            Assert.Equal(HttpStatusCode.OK, shown.StatusCode);
            Assert.Equal("/access-denied", refused.Headers.Location!.AbsolutePath);
        }
        foreach (var address in (string[])["/admin/letters/Nothing/en", "/admin/letters/Passed/fr", "/admin/letters/Passed/fr/template.docx", $"/admin/letters/Passed/en?version={Guid.CreateVersion7(factory.Clock.GetUtcNow())}"])
        {
            using var missing = await admin.GetAsync(address);
            Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
        }
    }

    private static Task<HttpResponseMessage> SendAsync(HttpClient client, AngleSharp.Html.Dom.IHtmlDocument page, byte[] bytes) =>
        client.SubmitAsync(page, "form:has([type=file])", [], ("Input.File", "模板.docx", bytes, WordType));

    private static byte[] Changed(string sentence)
    {
        var stream = new MemoryStream();
        stream.Write(File.ReadAllBytes(Repository.PathTo("data/letters/Passed.zh-CN.docx")));
        using (var document = WordprocessingDocument.Open(stream, isEditable: true))
        {
            document.MainDocumentPart!.Document!.Body!.InsertAt(new Paragraph(new Run(new Text(sentence))), 0);
            document.Save();
        }
        return stream.ToArray();
    }

    /// <summary>Refuses an application; the second reader agrees.</summary>
    private async Task<Letter> RefuseAsync(string key, string reason)
    {
        var task = await factory.FileAsync(key);
        var examiner = await factory.AddPersonAsync(Roles.Examiner);
        await factory.DoAsync(examiner, [Roles.Examiner], (services, viewer, actor) => services.GetRequiredService<DecideExamination>().ExecuteAsync(
            new ExaminationInput { WorkItemId = task.Id, Outcome = "refuse", Reason = reason, Points = [] }, viewer, actor, default));
        var reading = await factory.TaskAsync(task.CaseId, "SecondReading");
        var reviewer = await factory.AddPersonAsync(Roles.Reviewer);
        await factory.DoAsync(reviewer, [Roles.Reviewer], (services, viewer, actor) =>
            services.GetRequiredService<ConfirmSecondReading>().ExecuteAsync(reading.Id, "confirm", "", viewer, actor, default));
        await factory.RunProcessesAsync();
        return await factory.WithDatabaseAsync(db => db.Letters.AsNoTracking().SingleAsync(l => l.CaseId == task.CaseId));
    }
}
