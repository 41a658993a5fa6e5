using IpCenter.Casework.Applications;
using IpCenter.Casework.Audit;
using IpCenter.Casework.Cases;
using IpCenter.Casework.Clocks;
using IpCenter.Casework.Examination;
using IpCenter.Casework.Letters;
using IpCenter.Casework.Letters.Word;
using IpCenter.Casework.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IpCenter.Casework.Tests.Letters;

public sealed class LetterJourneyTests
{
    [Fact]
    public async Task A_request_for_correction_goes_out_as_a_letter_with_the_day_that_the_case_shows()
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await host.FileAsync(1);
        await DecideAsync(host, id, "correct", "请尽快", new CorrectionPoint("VIEW-05", "views", "比例不一致", "scale differs"));
        await host.RunAsync();

        var letter = Assert.Single(await LettersAsync(host, id));
        var (chinese, english) = (await LinesAsync(host, letter, LetterLanguage.Chinese), await LinesAsync(host, letter, LetterLanguage.English));

        Assert.Equal((LetterKind.Correction, "CX-D-2026-00001-01"), (letter.Kind, letter.Number));
        var due = await host.AskAsync(db => db.CaseDeadlines.SingleAsync(d => d.CaseId == id && d.RuleKey == "correction"));
        Assert.Contains(chinese, line => line.Contains(ChinaTime.DateOf(due.DueAt).ToString("yyyy年M月d日", System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal));
        Assert.Contains(PartyWords.Of(due.ExplanationZh), chinese);
        Assert.Contains(chinese, line => line.StartsWith("1\t比例不一致\t", StringComparison.Ordinal) && line.EndsWith("（规则 VIEW-05）", StringComparison.Ordinal));
        Assert.Contains("审查员说明：请尽快", chinese);
        Assert.Contains(english, line => line.StartsWith("1\tscale differs\t", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_examiner_sees_before_deciding_what_the_applicant_reads_after()
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await host.FileAsync(1);
        var task = await host.TaskAsync(id, "Examine");
        var input = new ExaminationInput { WorkItemId = task.Id, Outcome = "correct", Reason = "请补正", Points = [new CorrectionPoint("VIEW-05", "views", "比例不一致", "scale")] };
        var draft = await host.DoAsync("examiner", async (services, viewer, actor) =>
        {
            var examined = await services.GetRequiredService<ExaminationCaseQuery>().FindAsync(task.Id, DecideExamination.Tasks, viewer, actor.At, default);
            return await services.GetRequiredService<DraftLetter>().WriteAsync(input, examined!, "CX-D-2026-00001", actor.At, default);
        });
        await host.DoAsync("examiner", async (services, viewer, actor) => CaseworkHost.Must(await services.GetRequiredService<DecideExamination>().ExecuteAsync(input, viewer, actor, default)));
        await host.RunAsync();

        var letter = Assert.Single(await LettersAsync(host, id));

        // Only the letter's own number is not known before it goes out.
        Assert.Equal(draft.Chinese.Lines, (await LinesAsync(host, letter, LetterLanguage.Chinese)).Where(line => line != letter.Number));
        Assert.Equal(draft.English.Lines, (await LinesAsync(host, letter, LetterLanguage.English)).Where(line => line != letter.Number));
    }

    [Fact]
    public async Task A_template_that_was_put_in_force_writes_the_letters_from_then_on()
    {
        await using var host = await SampleCentre.StartAsync();
        var template = await PublishAsync(host, LetterKind.Correction, "本中心另行通知。");
        var id = await host.FileAsync(1);
        await DecideAsync(host, id, "correct", "请补正", new CorrectionPoint("", "views", "一", "one"));
        await host.RunAsync();

        var letter = Assert.Single(await LettersAsync(host, id));

        Assert.Equal((template.Id, null), (letter.ChineseTemplateId, letter.EnglishTemplateId));
        Assert.Contains("本中心另行通知。", await LinesAsync(host, letter, LetterLanguage.Chinese));
    }

    [Fact]
    public async Task A_template_that_was_spoilt_on_the_disk_stops_no_case_and_the_trail_says_so()
    {
        await using var host = await SampleCentre.StartAsync();
        var template = await PublishAsync(host, LetterKind.Correction, "另一句。");
        var path = Directory.EnumerateFiles(Path.Combine(host.Folder, "originals"), template.Sha256, SearchOption.AllDirectories).Single();
        await File.AppendAllTextAsync(path, "x");
        var id = await host.FileAsync(1);
        await DecideAsync(host, id, "correct", "请补正", new CorrectionPoint("", "views", "一", "one"));

        await host.RunAsync();

        Assert.Null(Assert.Single(await LettersAsync(host, id)).ChineseTemplateId);
        Assert.Equal(1, await host.AskAsync(db => db.AuditEvents.CountAsync(e => e.CaseId == id && e.Action == "letter.template-spoilt" && e.Visibility == AuditVisibility.Staff)));
    }

    [Fact]
    public async Task Of_versions_the_last_put_in_force_counts_an_older_one_can_come_back_and_none_is_lost()
    {
        await using var host = await SampleCentre.StartAsync();
        var first = await PublishAsync(host, LetterKind.Refused, "甲");
        var second = await PublishAsync(host, LetterKind.Refused, "乙");
        Assert.Equal((1, 2), (first.Number, second.Number));
        Assert.Equal(second.Id, (await InForceAsync(host)).Template!.Id);

        await host.DoAsync("examiner", async (services, _, actor) =>
            CaseworkHost.Must(await services.GetRequiredService<GovernTemplates>().PublishAsync(first.Id, "改回", actor, default)));
        Assert.Equal(first.Id, (await InForceAsync(host)).Template!.Id);

        await host.DoAsync("examiner", async (services, _, actor) => CaseworkHost.Must(
            await services.GetRequiredService<GovernTemplates>().RetireAsync(LetterKind.Refused, LetterLanguage.Chinese, "自带", actor, default)));
        Assert.Null((await InForceAsync(host)).Template);
        Assert.Equal(2, await host.AskAsync(db => db.LetterTemplates.CountAsync()));
    }

    [Fact]
    public async Task A_template_without_reason_or_with_faults_does_not_come_into_force()
    {
        await using var host = await SampleCentre.StartAsync();
        var refused = await host.DoAsync("examiner", async (services, _, actor) => await services.GetRequiredService<GovernTemplates>().ReceiveAsync(
            Guid.CreateVersion7(actor.At), LetterKind.Correction, LetterLanguage.Chinese, "a.docx", TemplateText.BuiltIn(LetterKind.Refused), actor, default));
        Assert.Equal(["template.missing-field", "template.missing-field"], refused.Violations.Select(v => v.Code));

        var draft = await ReceiveAsync(host, LetterKind.Refused, "丙");
        var unreasoned = await host.DoAsync("examiner", async (services, _, actor) => await services.GetRequiredService<GovernTemplates>().PublishAsync(draft.Id, " ", actor, default));
        Assert.Equal("reason.required", Assert.Single(unreasoned.Violations).Code);
        Assert.Null((await InForceAsync(host)).Template);
    }

    private static Task<LetterTemplate> ReceiveAsync(CaseworkHost host, LetterKind kind, string sentence) =>
        host.DoAsync("examiner", async (services, _, actor) => CaseworkHost.Must(await services.GetRequiredService<GovernTemplates>().ReceiveAsync(
            Guid.CreateVersion7(actor.At), kind, LetterLanguage.Chinese, "改.docx",
            TemplateText.Changed(kind, TemplateText.With(TemplateText.Words(sentence))), actor, default)));

    private static async Task<LetterTemplate> PublishAsync(CaseworkHost host, LetterKind kind, string sentence)
    {
        var template = await ReceiveAsync(host, kind, sentence);
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        await host.DoAsync("examiner", async (services, _, actor) =>
            CaseworkHost.Must(await services.GetRequiredService<GovernTemplates>().PublishAsync(template.Id, "改文字", actor, default)));
        return template;
    }

    private static async Task<TemplateInForce> InForceAsync(CaseworkHost host)
    {
        await using var scope = host.Scope();
        return await scope.ServiceProvider.GetRequiredService<TemplateShelf>().InForceAsync(LetterKind.Refused, LetterLanguage.Chinese, default);
    }

    private static Task<List<Letter>> LettersAsync(CaseworkHost host, Guid id) => host.AskAsync(db => db.Letters.Where(l => l.CaseId == id).ToListAsync());

    private static async Task<IReadOnlyList<string>> LinesAsync(CaseworkHost host, Letter letter, LetterLanguage language)
    {
        await using var scope = host.Scope();
        return LetterPageReading.Read(await scope.ServiceProvider.GetRequiredService<OriginalsVault>().ReadAsync(letter.Sha256Of(language), default)).Lines;
    }

    private static async Task DecideAsync(CaseworkHost host, Guid caseId, string outcome, string reason, params CorrectionPoint[] points)
    {
        var task = await host.TaskAsync(caseId, "Examine");
        await host.DoAsync("examiner", async (services, viewer, actor) => CaseworkHost.Must(await services.GetRequiredService<DecideExamination>()
            .ExecuteAsync(new ExaminationInput { WorkItemId = task.Id, Outcome = outcome, Reason = reason, Points = points }, viewer, actor, default)));
    }
}
