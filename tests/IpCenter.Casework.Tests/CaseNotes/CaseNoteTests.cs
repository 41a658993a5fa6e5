using IpCenter.Casework.Audit;
using IpCenter.Casework.CaseNotes;
using IpCenter.Casework.Results;
using IpCenter.Casework.Staffing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IpCenter.Casework.Tests.CaseNotes;

/// <summary>Notes of the examining staff: written once, withdrawn by their author, open to nobody outside and to nobody with a relation to the firm.</summary>
public sealed class CaseNoteTests
{
    [Fact]
    public async Task A_note_is_kept_in_the_record_and_the_colleague_gets_a_notice()
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await host.FileAsync(1);

        var note = CaseworkHost.Must(await WriteAsync(host, "examiner", id, "  请看左视图的比例。\r\n与ZL202330000001.1相近。 ", SampleCentre.IdOf("reviewer")));

        Assert.Equal("请看左视图的比例。\n与ZL202330000001.1相近。", note.Text);
        var read = await ReadAsync(host, "reviewer", id);
        Assert.Equal((note.Id, "examiner", "reviewer"), (Assert.Single(read!.Notes).Id, read.Notes[0].AuthorName, read.Notes[0].AddresseeName));
        var notice = await host.AskAsync(db => db.Notices.SingleAsync(n => n.Template == WriteCaseNote.Notice));
        Assert.Equal((SampleCentre.IdOf("reviewer"), id, "examiner"), (notice.PersonId, notice.CaseId, notice.Arguments["author"]));
        var entry = await host.AskAsync(db => db.AuditEvents.SingleAsync(e => e.Action == "note.written"));
        Assert.Equal(AuditVisibility.Staff, entry.Visibility);
        Assert.DoesNotContain("比例", entry.DetailJson + entry.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_an_addressee_nobody_gets_a_notice()
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await host.FileAsync(1);

        CaseworkHost.Must(await WriteAsync(host, "examiner", id, "记一笔"));

        Assert.Equal(0, await host.AskAsync(db => db.Notices.CountAsync(n => n.Template == WriteCaseNote.Notice)));
    }

    [Fact]
    public async Task A_note_that_is_sent_twice_is_written_once()
    {
        await using var host = await SampleCentre.StartAsync();
        var (id, other, form) = (await host.FileAsync(1), await host.FileAsync(2), SampleCentre.IdOf("form"));

        var first = CaseworkHost.Must(await WriteAsync(host, "examiner", id, "请看左视图", SampleCentre.IdOf("reviewer"), form));
        var again = CaseworkHost.Must(await WriteAsync(host, "examiner", id, "请看左视图 ", SampleCentre.IdOf("reviewer"), form));

        Assert.Equal((form, form), (first.Id, again.Id));
        Assert.Equal(1, await host.AskAsync(db => db.Notices.CountAsync(n => n.Template == WriteCaseNote.Notice)));
        // An old form with another text, another author or another case writes another note.
        CaseworkHost.Must(await WriteAsync(host, "examiner", id, "还有右视图", note: form));
        CaseworkHost.Must(await WriteAsync(host, "reviewer", id, "请看左视图", note: form));
        CaseworkHost.Must(await WriteAsync(host, "examiner", other, "请看左视图", SampleCentre.IdOf("reviewer"), form));
        Assert.Equal((3, 1), ((await ReadAsync(host, "examiner", id))!.Notes.Count, (await ReadAsync(host, "examiner", other))!.Notes.Count));
    }

    [Theory]
    [InlineData("", "note.empty")]
    [InlineData(" \n ", "note.empty")]
    [InlineData(null, "note.empty")]
    public async Task An_empty_note_is_refused(string? text, string code)
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await host.FileAsync(1);

        Assert.Equal((code, "text"), Told(await WriteAsync(host, "examiner", id, text)));
    }

    [Fact]
    public async Task A_note_may_be_as_long_as_the_limit_and_no_longer()
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await host.FileAsync(1);

        Assert.Equal(("note.too-long", "text"), Told(await WriteAsync(host, "examiner", id, new string('字', CaseNote.LongestText + 1))));
        CaseworkHost.Must(await WriteAsync(host, "examiner", id, new string('字', CaseNote.LongestText)));
    }

    [Theory]
    [InlineData("merchant")]
    [InlineData("rival")]
    [InlineData("officer")]
    [InlineData("procurator")]
    public async Task To_the_applicant_and_to_others_there_are_no_notes(string who)
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await host.FileAsync(1);
        CaseworkHost.Must(await WriteAsync(host, "examiner", id, "只供内部"));

        Assert.Null(await ReadAsync(host, who, id));
        Assert.Equal("case.not-found", Told(await WriteAsync(host, who, id, "我也来写")).Code);
    }

    [Fact]
    public async Task Whoever_of_the_staff_has_a_relation_to_the_firm_reads_writes_and_gets_nothing()
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await host.FileAsync(1);
        await host.ChangeAsync(db =>
        {
            db.Recusals.Add(new Recusal
            {
                Id = SampleCentre.IdOf("recusal"),
                PersonId = SampleCentre.IdOf("examiner2"),
                FirmId = SampleCentre.IdOf("firm"),
                Reason = "亲属",
                DeclaredAt = CaseworkHost.Monday,
            });
            return Task.CompletedTask;
        });

        Assert.Null(await ReadAsync(host, "examiner2", id));
        Assert.Equal("case.not-found", Told(await WriteAsync(host, "examiner2", id, "写一条")).Code);
        Assert.Equal(("task.own-firm.of", "addressee"), Told(await WriteAsync(host, "examiner", id, "请看", SampleCentre.IdOf("examiner2"))));
        Assert.DoesNotContain((await ReadAsync(host, "examiner", id))!.Colleagues, c => c.Name is "examiner2" or "examiner");
    }

    [Theory]
    [InlineData("examiner")]
    [InlineData("merchant")]
    [InlineData("nobody")]
    public async Task A_note_goes_to_a_colleague_of_the_examining_staff_alone(string addressee)
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await host.FileAsync(1);

        Assert.Equal(("note.no-colleague", "addressee"), Told(await WriteAsync(host, "examiner", id, "请看", SampleCentre.IdOf(addressee))));
    }

    [Fact]
    public async Task Its_author_withdraws_a_note_with_the_reason_and_it_stays_readable()
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await host.FileAsync(1);
        var note = CaseworkHost.Must(await WriteAsync(host, "examiner", id, "看错了"));

        Assert.Equal("note.not-own", Told(await WithdrawAsync(host, "reviewer", note.Id, "不对")).Code);
        Assert.Equal(("reason.required", "reason"), Told(await WithdrawAsync(host, "examiner", note.Id, " ")));
        Assert.Equal("case.not-found", Told(await WithdrawAsync(host, "merchant", note.Id, "删掉")).Code);
        CaseworkHost.Must(await WithdrawAsync(host, "examiner", note.Id, "写到别的案子上了"));
        CaseworkHost.Must(await WithdrawAsync(host, "examiner", note.Id, "再撤一次"));

        var kept = Assert.Single((await ReadAsync(host, "reviewer", id))!.Notes);
        Assert.Equal(("看错了", "写到别的案子上了", true), (kept.Text, kept.WithdrawnBecause, kept.IsWithdrawn));
        Assert.Null((await host.AskAsync(db => db.AuditEvents.SingleAsync(e => e.Action == "note.withdrawn"))).Reason);
    }

    private static Task<Result<CaseNote>> WriteAsync(CaseworkHost host, string who, Guid id, string? text, Guid? addressee = null, Guid note = default) =>
        host.DoAsync(who, (services, viewer, actor) => services.GetRequiredService<WriteCaseNote>().ExecuteAsync(note, id, text, addressee, viewer, actor, default));

    private static Task<Result<CaseNote>> WithdrawAsync(CaseworkHost host, string who, Guid note, string reason) =>
        host.DoAsync(who, (services, viewer, actor) => services.GetRequiredService<WithdrawCaseNote>().ExecuteAsync(note, reason, viewer, actor, default));

    private static Task<NotesOfCase?> ReadAsync(CaseworkHost host, string who, Guid id) =>
        host.DoAsync(who, (services, viewer, actor) => services.GetRequiredService<CaseNotesQuery>().ReadAsync(id, viewer, actor.At, default));

    private static (string Code, string? Field) Told(Result<CaseNote> result) => (Assert.Single(result.Violations).Code, result.Violations[0].Field);
}
