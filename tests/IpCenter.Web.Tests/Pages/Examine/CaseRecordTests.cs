using System.Net;
using IpCenter.Casework.Applications;
using IpCenter.Casework.Audit;
using IpCenter.Casework.CaseNotes;
using IpCenter.Casework.Data;
using IpCenter.Casework.Documents;
using IpCenter.Casework.Formalities.Facts;
using IpCenter.Casework.People;
using IpCenter.Testing;
using IpCenter.Web.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IpCenter.Web.Tests.Pages.Examine;

/// <summary>What the workbench keeps of a case besides its pictures: internal notes and documents, each for whom it is meant.</summary>
public sealed class CaseRecordTests(WebFactory factory) : IClassFixture<WebFactory>
{
    private const string Words = "内部：疑似同一批图片";

    [Fact]
    public async Task A_note_stands_on_the_workbench_and_the_case_page_of_the_staff_and_nowhere_else()
    {
        var task = await factory.FileAsync("noted");
        var reviewer = await factory.AddPersonAsync(Roles.Reviewer);
        using var examiner = await factory.SignedInAsAsync(Roles.Examiner, "zh-CN");
        var page = await examiner.GetPageAsync($"/examine/{task.Id}");

        using var written = await examiner.SubmitAsync(page, ".note-form", new() { ["Note.Text"] = Words, ["Note.Addressee"] = $"{reviewer.Id}" });

        Assert.Equal(HttpStatusCode.Found, written.StatusCode);
        Assert.Contains(Words, (await examiner.GetPageAsync($"/examine/{task.Id}")).GetElementById("notes")!.Text(), StringComparison.Ordinal);
        using var colleague = await factory.SignedInAsAsync(Roles.Reviewer, "zh-CN");
        Assert.Contains(Words, (await colleague.GetPageAsync($"/cases/{task.CaseId}")).GetElementById("notes")!.Text(), StringComparison.Ordinal);
        Assert.Contains("内部备注", (await colleague.GetPageAsync("/notices")).QuerySelector("main")!.Text(), StringComparison.Ordinal);
        using var merchant = factory.CreatePlainClient("zh-CN");
        await merchant.SignInAsync("merchant-noted");
        foreach (var address in new[] { $"/cases/{task.CaseId}", $"/cases/{task.CaseId}/receipt", "/mine", "/notices" })
        {
            var shown = (await merchant.GetPageAsync(address)).DocumentElement.OuterHtml;
            Assert.DoesNotContain("疑似同一批", shown, StringComparison.Ordinal);
            Assert.DoesNotContain("note-form", shown, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_note_without_words_is_refused_where_it_was_written_and_only_the_author_is_offered_to_withdraw_it()
    {
        var task = await factory.FileAsync("note-empty");
        using var examiner = await factory.SignedInAsAsync(Roles.Examiner, "zh-CN");
        var page = await examiner.GetPageAsync($"/examine/{task.Id}");

        using var refused = await examiner.SubmitAsync(page, ".note-form", new() { ["Note.Text"] = "  " });
        Assert.Contains("请填写备注", (await refused.ReadPageAsync()).QuerySelector(".note-form .error-summary")!.Text(), StringComparison.Ordinal);
        using var written = await examiner.SubmitAsync(page, ".note-form", new() { ["Note.Text"] = "只有作者可以撤回" });
        using var supervisor = await factory.SignedInAsAsync(Roles.Supervisor, "zh-CN");
        Assert.Null((await supervisor.GetPageAsync($"/examine/{task.Id}")).QuerySelector(".note details"));

        using var withdrawn = await examiner.SubmitAsync(await examiner.GetPageAsync($"/examine/{task.Id}"), ".note form", new() { ["Note.Reason"] = "写错了" });

        Assert.Equal(HttpStatusCode.Found, withdrawn.StatusCode);
        var struck = (await supervisor.GetPageAsync($"/examine/{task.Id}")).QuerySelector(".note-withdrawn")!;
        Assert.Equal("只有作者可以撤回", struck.QuerySelector("del")!.TextContent);
        Assert.Contains("写错了", struck.Text(), StringComparison.Ordinal);
        Assert.Equal(1, await factory.WithDatabaseAsync(db => db.Set<CaseNote>().CountAsync(n => n.CaseId == task.CaseId)));
    }

    [Fact]
    public async Task Documents_stand_on_the_workbench_with_their_day_and_are_returned_there_with_a_reason()
    {
        const string power = "power-of-attorney";
        var task = await factory.FileAsync("bench-documents");
        await OweAsync(task.CaseId);
        using var examiner = await factory.SignedInAsAsync(Roles.Examiner, "zh-CN");
        var owed = (await examiner.GetPageAsync($"/examine/{task.Id}")).QuerySelector($"#document-{power}")!;
        Assert.NotNull(owed.QuerySelector(".deadline"));
        Assert.Null(owed.QuerySelector("[type=file]"));
        Assert.Null(owed.QuerySelector("button[value=Return]"));
        using var merchant = factory.CreatePlainClient("zh-CN");
        await merchant.SignInAsync("merchant-bench-documents");
        using var supplied = await merchant.SubmitAsync(
            await merchant.GetPageAsync($"/cases/{task.CaseId}"), $"#document-{power} form", [], ("Document.File", "委托书.pdf", Papers.Pdf(), "application/pdf"));
        var bench = await examiner.GetPageAsync($"/examine/{task.Id}");

        using var silent = await examiner.SubmitAsync(bench, $"#document-{power} form", new() { ["Document.Judgement"] = "Return", ["Document.Reason"] = "" });
        var again = await silent.ReadPageAsync();
        Assert.Contains("请写明理由", again.QuerySelector($"#document-{power} .error-summary")!.Text(), StringComparison.Ordinal);
        Assert.Null(again.QuerySelector("form#decision .error-summary"));
        using var returned = await examiner.SubmitAsync(bench, $"#document-{power} form", new() { ["Document.Judgement"] = "Return", ["Document.Reason"] = "没有盖章" });

        Assert.Equal($"/examine/{task.Id}", returned.Headers.Location!.OriginalString.Split('#')[0].Replace("http://localhost", "", StringComparison.Ordinal));
        Assert.Equal(OwedState.Returned, (await factory.WithDatabaseAsync(db => db.OwedDocuments.SingleAsync(d => d.CaseId == task.CaseId))).State);
    }

    [Fact]
    public async Task A_note_whose_form_is_sent_twice_stands_there_once()
    {
        var task = await factory.FileAsync("note-twice");
        using var examiner = await factory.SignedInAsAsync(Roles.Examiner, "zh-CN");
        var page = await examiner.GetPageAsync($"/examine/{task.Id}");

        foreach (var _ in Enumerable.Range(0, 2))
        {
            using var written = await examiner.SubmitAsync(page, ".note-form", new() { ["Note.Text"] = Words });
            Assert.Equal(HttpStatusCode.Found, written.StatusCode);
        }
        using var next = await examiner.SubmitAsync(await examiner.GetPageAsync($"/examine/{task.Id}"), ".note-form", new() { ["Note.Text"] = Words });

        Assert.Equal(2, await factory.WithDatabaseAsync(db => db.CaseNotes.CountAsync(n => n.CaseId == task.CaseId)));
    }

    [Fact]
    public async Task A_change_that_is_not_written_out_is_named_all_the_same()
    {
        var task = await factory.FileAsync("round-masked");
        await factory.WithDatabaseAsync(async db =>
        {
            var application = await db.Applications.SingleAsync(a => a.Id == task.CaseId);
            var before = Person("371721199001011234");
            application.Save(application.Form with { Applicants = [before with { IdentificationNumber = "371721198502021234" }], Designers = [new("王秀云")] }, "", application.SavedAt);
            var round = new CorrectionRound
            {
                Id = ExaminationCentre.IdOf("round-masked"),
                ApplicationId = task.CaseId,
                Number = 1,
                RequestedAt = factory.Clock.GetUtcNow().AddHours(-1),
                Message = "请补正。",
                Points = [],
                FormBefore = application.Form with { Applicants = [before], Designers = [new("李桐生")] },
            };
            round.Close("已改。", factory.Clock.GetUtcNow());
            db.CorrectionRounds.Add(round);
            await db.SaveChangesAsync();
        });
        using var examiner = await factory.SignedInAsAsync(Roles.Examiner, "zh-CN");

        var card = (await examiner.GetPageAsync($"/examine/{task.Id}")).QuerySelector(".round-card")!;

        var rows = card.QuerySelectorAll("tbody tr").Select(row => row.Text()).ToList();
        Assert.Contains("其他内容有改动", Assert.Single(rows, row => row.Contains("申请人", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.DoesNotContain("其他内容有改动", Assert.Single(rows, row => row.Contains("设计人", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.DoesNotContain("19900101", card.Text(), StringComparison.Ordinal);

        static ApplicantFacts Person(string number) => new()
        {
            Name = "李桐生",
            Kind = ApplicantKind.NaturalPerson,
            IdentificationKind = IdentificationKind.ResidentIdentityNumber,
            IdentificationNumber = number,
        };
    }

    private async Task OweAsync(Guid id)
    {
        await using var scope = factory.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CaseworkDbContext>();
        var application = await db.Applications.SingleAsync(a => a.Id == id);
        application.Save(application.Form with
        {
            Agency = new() { Name = "菏泽专利代理事务所", Code = "37999", AttorneyName = "陈正明", QualificationNumber = "3799900001", Phone = "0530-0000001" },
            OwedDocuments = [DocumentKind.PowerOfAttorney],
        }, "", application.SavedAt);
        await scope.ServiceProvider.GetRequiredService<OweDocuments>().FollowAsync(application, Actor.System(factory.Clock.GetUtcNow(), "test"), default);
        await db.SaveChangesAsync();
    }
}
