using System.Net;
using IpCenter.Casework.Applications;
using IpCenter.Casework.Examination;
using IpCenter.Casework.People;
using IpCenter.Web.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IpCenter.Web.Tests.Pages.Examine;

/// <summary>An automatic remark is overruled beside a decision that is half typed: without a script too, nothing of it is lost.</summary>
public sealed class RemarkTests(WebFactory factory) : IClassFixture<WebFactory>
{
    private const string Decision = "form#decision";

    [Fact]
    public async Task A_remark_is_overruled_and_the_half_typed_decision_stays()
    {
        var task = await factory.FileAsync("overruled");
        var remark = await factory.AddRemarkAsync(task.CaseId, "背景不是单一颜色。");
        var other = await factory.AddRemarkAsync(task.CaseId, "左视图与主视图比例不一致。");
        using var client = await factory.SignedInAsAsync(Roles.Examiner, "zh-CN");
        var page = await client.GetPageAsync($"/examine/{task.Id}");

        using var answer = await client.SubmitAsync(page, Decision, new()
        {
            ["Input.Outcome"] = "correct",
            ["Input.Reason"] = "尚未写完",
            ["Input.Points"] = "请补充使用状态图。",
            ["Input.Ticked"] = $"remark:{other}",
            [$"Remark.Why[{remark}]"] = "背景符合要求，误报。",
            [$"Remark.Why[{other}]"] = "还没想好",
            ["Remark.Overrule"] = $"{remark}",
        });

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var after = await answer.ReadPageAsync();
        Assert.Contains("误报", after.GetElementById($"remark-{remark}")!.Text(), StringComparison.Ordinal);
        Assert.Null(after.GetElementById($"remark-{remark}")!.QuerySelector("[form=decision]"));
        Assert.NotNull(after.QuerySelector("[name='Input.Outcome'][value=correct][checked]"));
        Assert.Equal("尚未写完", after.GetElementById("f-Input-Reason")!.TextContent);
        Assert.Equal("请补充使用状态图。", after.GetElementById("f-Input-Points")!.TextContent);
        Assert.True(after.GetElementById($"tick-{other}")!.HasAttribute("checked"));
        Assert.Equal("还没想好", after.GetElementById($"why-{other}")!.TextContent);
        Assert.True((await factory.TaskAsync(task.CaseId, "Examine")).IsOpen);
    }

    [Theory]
    [InlineData("  ", "请写明不采纳这条提示的理由")]
    [InlineData(null, "最多 1000 字")]
    public async Task A_refused_reason_is_told_beside_its_remark_and_the_half_typed_decision_stays(string? why, string told)
    {
        var task = await factory.FileAsync($"overrule-refused-{why?.Length}");
        var remark = await factory.AddRemarkAsync(task.CaseId, "背景不是单一颜色。");
        using var client = await factory.SignedInAsAsync(Roles.Examiner, "zh-CN");
        var page = await client.GetPageAsync($"/examine/{task.Id}");

        using var answer = await client.SubmitAsync(page, Decision, new()
        {
            ["Input.Reason"] = "尚未写完",
            [$"Remark.Why[{remark}]"] = why ?? new string('长', ApplicationRemark.LongestReason + 1),
            ["Remark.Overrule"] = $"{remark}",
        });

        var again = (await answer.ReadPageAsync()).GetElementById($"remark-{remark}")!;
        Assert.True(again.QuerySelector("details")!.HasAttribute("open"));
        Assert.Equal("true", again.QuerySelector("textarea")!.GetAttribute("aria-invalid"));
        Assert.Contains(told, again.QuerySelector(".field-error")!.Text(), StringComparison.Ordinal);
        Assert.Equal("尚未写完", again.Owner!.GetElementById("f-Input-Reason")!.TextContent);
        Assert.Empty(again.Owner.QuerySelectorAll(".bench-decision .error-summary"));
        Assert.Null(await ReasonAsync(remark));
    }

    [Fact]
    public async Task A_second_reader_overrules_on_the_examiners_page_by_a_form_of_the_remarks_own()
    {
        var task = await factory.FileAsync("overrule-reviewer");
        var remark = await factory.AddRemarkAsync(task.CaseId, "背景不是单一颜色。");
        using var client = await factory.SignedInAsAsync(Roles.Reviewer, "zh-CN");
        Assert.Null((await client.GetPageAsync($"/examine/{task.Id}")).QuerySelector("[name='Remark.Overrule']"));
        await factory.DoAsync(await factory.AddPersonAsync(Roles.Examiner), [Roles.Examiner], (services, viewer, actor) => services.GetRequiredService<DecideExamination>().ExecuteAsync(
            new ExaminationInput { WorkItemId = task.Id, Outcome = "refuse", Reason = "与在先设计无明显区别。", Points = [] }, viewer, actor, default));
        await factory.RunProcessesAsync();
        var page = await client.GetPageAsync($"/examine/{task.Id}");

        using var silent = await client.SubmitAsync(page, "#remarks-form", new() { ["Remark.Overrule"] = $"{remark}" });
        Assert.NotNull((await silent.ReadPageAsync()).QuerySelector($"#remark-{remark} .field-error"));
        using var answer = await client.SubmitAsync(page, "#remarks-form", new() { [$"Remark.Why[{remark}]"] = "误报", ["Remark.Overrule"] = $"{remark}" });

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Equal("误报", await ReasonAsync(remark));
    }

    [Fact]
    public async Task A_kept_remark_says_its_basis_in_the_language_of_the_page()
    {
        var task = await factory.FileAsync("overrule-basis");
        using var english = await factory.SignedInAsAsync(Roles.Examiner, "en");
        using var chinese = await factory.SignedInAsAsync(Roles.Examiner, "zh-CN");

        var (here, there) = (await TextAsync(english), await TextAsync(chinese));

        Assert.Contains("Notes to the picture form", here, StringComparison.Ordinal);
        Assert.DoesNotContain("图片填表注意事项", here, StringComparison.Ordinal);
        Assert.Contains("图片填表注意事项", there, StringComparison.Ordinal);

        async Task<string> TextAsync(HttpClient client) => (await client.GetPageAsync($"/examine/{task.Id}")).QuerySelector(".remark-list")!.Text();
    }

    [Fact]
    public async Task A_half_typed_second_reading_outlives_it_as_well()
    {
        var task = await factory.FileAsync("overrule-reading");
        var remark = await factory.AddRemarkAsync(task.CaseId, "背景不是单一颜色。");
        var examiner = await factory.AddPersonAsync(Roles.Examiner);
        await factory.DoAsync(examiner, [Roles.Examiner], (services, viewer, actor) => services.GetRequiredService<DecideExamination>().ExecuteAsync(
            new ExaminationInput { WorkItemId = task.Id, Outcome = "refuse", Reason = "与在先设计无明显区别。", Points = [] }, viewer, actor, default));
        var reading = await factory.TaskAsync(task.CaseId, "SecondReading");
        using var client = await factory.SignedInAsAsync(Roles.Reviewer, "zh-CN");
        var page = await client.GetPageAsync($"/quality/{reading.Id}");

        using var answer = await client.SubmitAsync(page, "form#reading", new()
        {
            ["Input.Reason"] = "尚未写完",
            ["Input.Codes"] = "look-alike-missed",
            [$"Remark.Why[{remark}]"] = "误报",
            ["Remark.Overrule"] = $"{remark}",
        });

        var after = await answer.ReadPageAsync();
        Assert.Equal("误报", await ReasonAsync(remark));
        Assert.Equal("尚未写完", after.GetElementById("f-Input-Reason")!.TextContent);
        Assert.True(after.GetElementById("code-look-alike-missed")!.HasAttribute("checked"));
        Assert.Empty(after.QuerySelectorAll(".error-summary"));
    }

    [Fact]
    public async Task A_decision_counts_only_once_its_letter_was_seen_and_while_it_is_no_remark_changes()
    {
        var task = await factory.FileAsync("overrule-letter");
        await factory.AddRemarkAsync(task.CaseId, "背景不是单一颜色。");
        using var client = await factory.SignedInAsAsync(Roles.Examiner, "zh-CN");
        var page = await client.GetPageAsync($"/examine/{task.Id}");

        using var entered = await client.SubmitAsync(page, Decision, new() { ["Input.Outcome"] = "refuse", ["Input.Reason"] = "与在先设计无明显区别。" });

        var letter = await entered.ReadPageAsync();
        Assert.NotNull(letter.QuerySelector(".letter"));
        Assert.Null(letter.QuerySelector("[name='Remark.Overrule']"));
        Assert.True((await factory.TaskAsync(task.CaseId, "Examine")).IsOpen);
    }

    [Theory]
    [InlineData("zh-CN", "还有 1 条")]
    [InlineData("en", "beside 1 remark(s)")]
    public async Task A_reason_that_was_typed_and_not_sent_goes_through_the_letter_and_back(string language, string told)
    {
        var task = await factory.FileAsync($"overrule-unsent-{language}");
        var remark = await factory.AddRemarkAsync(task.CaseId, "背景不是单一颜色。");
        var other = await factory.AddRemarkAsync(task.CaseId, "左视图与主视图比例不一致。");
        using var client = await factory.SignedInAsAsync(Roles.Examiner, language);
        var page = await client.GetPageAsync($"/examine/{task.Id}");

        using var entered = await client.SubmitAsync(page, Decision, new()
        {
            ["Input.Outcome"] = "refuse",
            ["Input.Reason"] = "与在先设计无明显区别。",
            ["Input.Step"] = "preview",
            [$"Remark.Why[{remark}]"] = "背景是纯白，误报\n（见主视图）",
            [$"Remark.Why[{other}]"] = "  ",
        });
        var letter = await entered.ReadPageAsync();
        Assert.Contains(told, letter.QuerySelector("[data-unsent-remarks]")!.Text(), StringComparison.Ordinal);
        Assert.Null(letter.QuerySelector($"[name='Remark.Why[{other}]']"));

        using var back = await client.SubmitAsync(letter, Decision, new() { ["Input.Step"] = "edit" });
        var again = await back.ReadPageAsync();
        Assert.Equal("背景是纯白，误报\n（见主视图）", again.GetElementById($"why-{remark}")!.TextContent.ReplaceLineEndings("\n"));
        Assert.True(again.GetElementById($"overrule-{remark}")!.HasAttribute("open"));
        Assert.False(again.GetElementById($"overrule-{other}")!.HasAttribute("open"));
        Assert.Equal("与在先设计无明显区别。", again.GetElementById("f-Input-Reason")!.TextContent);
        Assert.Null(await ReasonAsync(remark));
    }

    [Fact]
    public async Task A_letter_without_anything_unsent_says_nothing_of_it()
    {
        var task = await factory.FileAsync("overrule-sent");
        var remark = await factory.AddRemarkAsync(task.CaseId, "背景不是单一颜色。");
        using var client = await factory.SignedInAsAsync(Roles.Examiner, "zh-CN");
        using var overruled = await client.SubmitAsync(await client.GetPageAsync($"/examine/{task.Id}"), Decision, new()
        {
            [$"Remark.Why[{remark}]"] = "误报",
            ["Remark.Overrule"] = $"{remark}",
        });

        using var entered = await client.SubmitAsync(await overruled.ReadPageAsync(), Decision, new()
        {
            ["Input.Outcome"] = "refuse",
            ["Input.Reason"] = "与在先设计无明显区别。",
            ["Input.Step"] = "preview",
            [$"Remark.Why[{remark}]"] = "误报",
        });

        Assert.Null((await entered.ReadPageAsync()).QuerySelector("[data-unsent-remarks]"));
    }

    private Task<string?> ReasonAsync(Guid remark) =>
        factory.WithDatabaseAsync(db => db.ApplicationRemarks.Where(r => r.Id == remark).Select(r => r.OverruleReason).SingleAsync());
}
