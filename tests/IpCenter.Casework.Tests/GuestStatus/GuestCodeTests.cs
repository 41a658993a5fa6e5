using System.Data.Common;
using IpCenter.Casework.Cases;
using IpCenter.Casework.Data;
using IpCenter.Casework.GuestStatus;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace IpCenter.Casework.Tests.GuestStatus;

public sealed class GuestCodeTests
{
    [Fact]
    public void Codes_are_drawn_from_the_whole_room_and_never_alike()
    {
        var drawn = Enumerable.Range(0, 2000).Select(_ => GuestCodeText.Draw()).ToList();

        Assert.Equal(drawn.Count, drawn.Distinct().Count());
        Assert.All(drawn, code => Assert.Matches("^[0-9A-HJKMNP-TV-Z]{16}$", code));
        // Each of the 32 signs comes up at each of the 16 places: by chance one is missing in one of 10^24 runs.
        Assert.All(Enumerable.Range(0, GuestCodeText.Length), at => Assert.Equal(32, drawn.Select(code => code[at]).Distinct().Count()));
    }

    [Theory]
    [InlineData("7k2m-0000-1111-zzzz", "7K2M00001111ZZZZ")]
    [InlineData("7K2M OOOO IL1l ZZZZ", "7K2M00001111ZZZZ")]
    [InlineData("7K2M-0000-1111-ZZZ", null)]
    [InlineData("7K2M-0000-1111-ZZZU", null)]
    [InlineData("", null)]
    [InlineData("7K2M-0000-1111-ZZZZ-7K2M-0000-1111-ZZZZ", null)]
    public void What_is_typed_is_read_as_people_type(string typed, string? code) => Assert.Equal(code, GuestCodeText.Read(typed));

    [Fact]
    public async Task A_submission_has_a_code_that_tells_stage_and_next_date_with_why_and_nothing_else()
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await host.FileAsync(1);

        var seen = await SeeAsync(host, (await CodeAsync(host, id)).Code);

        var deadline = await host.AskAsync(db => db.CaseDeadlines.SingleAsync(d => d.CaseId == id && d.SettledAt == null));
        Assert.Equal(new SeenByGuest("Examination", deadline.DueAt, PartyWords.Of(deadline.ExplanationZh), PartyWords.Of(deadline.ExplanationEn)), seen);
        Assert.False(await host.AskAsync(db => db.GuestCodes.AnyAsync(g => g.Lookup == g.Code)));
    }

    [Fact]
    public async Task A_new_code_ends_the_old_one_and_two_presses_make_one()
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await host.FileAsync(1);
        var old = await CodeAsync(host, id);

        for (var press = 0; press < 2; press++)
            await host.DoAsync("merchant", async (services, viewer, actor) =>
                CaseworkHost.Must(await services.GetRequiredService<GuestCodes>().RenewAsync(id, old.Id, viewer, actor, default)));

        var now = await CodeAsync(host, id);
        Assert.NotEqual(old.Code, now.Code);
        Assert.Null(await SeeAsync(host, old.Code));
        Assert.NotNull(await SeeAsync(host, now.Code));
        Assert.Equal(2, await host.AskAsync(db => db.GuestCodes.CountAsync()));
        Assert.Equal(1, await host.AskAsync(db => db.AuditEvents.CountAsync(e => e.Action == "guest-code.renewed")));
        var audit = string.Concat(await host.AskAsync(db => db.AuditEvents.Select(e => e.Content).ToListAsync()));
        Assert.DoesNotContain(now.Code, audit, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_a_party_has_renews_or_takes_back_the_code()
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await host.FileAsync(1);
        var code = await CodeAsync(host, id);

        foreach (var user in new[] { "rival", "examiner", "officer" })
        {
            Assert.Null(await host.DoAsync(user, (services, viewer, _) => services.GetRequiredService<GuestCodes>().FindAsync(id, viewer, default)));
            Assert.Equal("case.not-found", Assert.Single((await host.DoAsync(user, (services, viewer, actor) =>
                services.GetRequiredService<GuestCodes>().RevokeAsync(id, viewer, actor, default))).Violations).Code);
        }
        for (var press = 0; press < 2; press++)
            await host.DoAsync("merchant", async (services, viewer, actor) =>
                CaseworkHost.Must(await services.GetRequiredService<GuestCodes>().RevokeAsync(id, viewer, actor, default)));

        Assert.Null(await SeeAsync(host, code.Code));
        Assert.Equal(1, await host.AskAsync(db => db.AuditEvents.CountAsync(e => e.Action == "guest-code.revoked")));
    }

    [Fact]
    public async Task A_code_that_never_was_one_taken_back_and_nonsense_ask_the_database_the_same_one_question()
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await host.FileAsync(1);
        var code = await CodeAsync(host, id);
        await host.DoAsync("merchant", async (services, viewer, actor) =>
            CaseworkHost.Must(await services.GetRequiredService<GuestCodes>().RevokeAsync(id, viewer, actor, default)));

        var asked = new List<IReadOnlyList<string>>();
        foreach (var typed in new[] { code.Code, GuestCodeText.Draw(), "nonsense", "" })
        {
            var questions = new Questions();
            await using var db = new SqliteCaseworkDbContext(SqliteCaseworkDbContext
                .Configure(new DbContextOptionsBuilder<SqliteCaseworkDbContext>(), Path.Combine(host.Folder, "ipcenter.db")).AddInterceptors(questions).Options);
            Assert.Null(await new GuestStatusQuery(db).FindAsync(typed, default));
            asked.Add(questions.Texts);
        }

        Assert.Single(asked[0]);
        Assert.All(asked, texts => Assert.Equal(asked[0], texts));
    }

    private sealed class Questions : DbCommandInterceptor
    {
        public List<string> Texts { get; } = [];

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Texts.Add(command.CommandText);
            return base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
        }
    }

    private static Task<GuestCode> CodeAsync(CaseworkHost host, Guid id) =>
        host.AskAsync(db => db.GuestCodes.AsNoTracking().SingleAsync(g => g.CaseId == id && g.RevokedAt == null));

    private static async Task<SeenByGuest?> SeeAsync(CaseworkHost host, string code)
    {
        await using var scope = host.Scope();
        return await scope.ServiceProvider.GetRequiredService<GuestStatusQuery>().FindAsync(code, default);
    }
}
