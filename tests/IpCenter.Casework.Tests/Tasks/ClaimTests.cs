using IpCenter.Casework.Data;
using IpCenter.Casework.People;
using IpCenter.Casework.Results;
using IpCenter.Casework.Tasks;
using IpCenter.Casework.Tests.Staffing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IpCenter.Casework.Tests.Tasks;

public sealed class ClaimTests
{
    [Theory]
    [InlineData(10, 10)]
    [InlineData(6, 12)]
    public async Task Of_many_who_claim_at_once_no_two_get_the_same_task(int tasks, int people)
    {
        await using var host = await SampleCentre.StartAsync();
        for (var i = 0; i < people; i++)
            await host.AddPersonAsync($"claimer{i}", Roles.Examiner);
        for (var i = 0; i < tasks; i++)
            await host.AddTaskAsync($"{i}");
        using var together = new Barrier(people);

        var got = await Task.WhenAll(Enumerable.Range(0, people).Select(i => Task.Factory.StartNew(
            async () =>
            {
                together.SignalAndWait();
                return await ClaimAsync(host, $"claimer{i}");
            },
            TaskCreationOptions.LongRunning).Unwrap()));

        var taken = got.OfType<Guid>().ToList();
        Assert.Equal(Math.Min(tasks, people), taken.Count);
        Assert.Equal(taken.Count, taken.Distinct().Count());
        var held = await host.AskAsync(db => db.WorkItems.Where(w => w.AssigneeId != null).Select(w => w.AssigneeId).ToListAsync());
        Assert.Equal(taken.Count, held.Distinct().Count());
        Assert.Equal(taken.Count, await host.AskAsync(db => db.AuditEvents.CountAsync(e => e.Action == "task.taken")));
    }

    [Fact]
    public async Task The_most_urgent_that_one_may_do_is_claimed()
    {
        await using var host = await SampleCentre.StartAsync();
        var own = await host.AddTaskAsync("own", due: CaseworkHost.Monday.AddDays(1));
        var other = await host.AddTaskAsync("other", due: CaseworkHost.Monday.AddDays(2), firm: "rival-firm");
        await host.ChangeAsync(db =>
        {
            var mandate = new Mandate { Id = SampleCentre.IdOf("m"), FirmId = SampleCentre.IdOf("firm"), PersonId = SampleCentre.IdOf("examiner"), Kind = MandateKind.Member, RequestedAt = CaseworkHost.Monday };
            mandate.Consent(SampleCentre.IdOf("merchant"), CaseworkHost.Monday);
            db.Mandates.Add(mandate);
            return Task.CompletedTask;
        });

        Assert.Equal(other, await ClaimAsync(host, "examiner"));
        Assert.Null(await ClaimAsync(host, "examiner"));
        Assert.Equal(own, await ClaimAsync(host, "examiner2"));
    }

    [Fact]
    public async Task Nobody_claims_from_a_queue_that_is_not_theirs()
    {
        await using var host = await SampleCentre.StartAsync();
        await host.AddTaskAsync("secret");

        Assert.Null(await ClaimAsync(host, "merchant"));
        Assert.Null(await ClaimAsync(host, "officer"));
    }

    /// <summary>Claims as a page does: a conflict means that somebody else got one, and is asked again.</summary>
    private static async Task<Guid?> ClaimAsync(CaseworkHost host, string person)
    {
        while (true)
        {
            await using var scope = host.Scope();
            var (viewer, actor) = await CaseworkHost.AsAsync(scope.ServiceProvider, person);
            Result<WorkItem> result = await scope.ServiceProvider.GetRequiredService<ClaimNextTask>().ExecuteAsync(Queues.Examination, viewer, actor, default);
            if (!result.Succeeded)
            {
                Assert.Equal("task.none-available", result.Violations[0].Code);
                return null;
            }
            try
            {
                await scope.ServiceProvider.GetRequiredService<CaseworkDbContext>().SaveChangesAsync();
                return result.Value.Id;
            }
            catch (DbUpdateConcurrencyException)
            {
            }
        }
    }
}
