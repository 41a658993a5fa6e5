using IpCenter.Casework.Data;
using IpCenter.Casework.People;
using IpCenter.Web.Tests.Infrastructure;
using IpCenter.Web.Tests.Pages.Examine;
using IpCenter.Workflow.Engine;
using IpCenter.Workflow.Runtime;

namespace IpCenter.Web.Tests.Pages.Processes;

public sealed class HeatTests(WebFactory factory) : IClassFixture<WebFactory>
{
    [Fact]
    public async Task The_days_of_cases_are_summed_at_the_steps_where_they_waited()
    {
        await factory.WithDatabaseAsync(async db =>
        {
            var now = factory.Clock.GetUtcNow();
            var instance = new WorkflowInstance
            {
                Id = ExaminationCentre.IdOf("heat"),
                DefinitionId = "court-referral",
                DefinitionVersion = 1,
                CorrelationId = "heat",
                Status = WorkflowStatus.Finished,
                StateJson = "{}",
                CreatedAt = now.AddDays(-200),
                UpdatedAt = now,
                FinishedAt = now,
            };
            db.WorkflowInstances.Add(instance);
            // Ten answers after 1, 2, … 10 days: 55 in all, half within 5, nine tenths within 9.
            foreach (var days in Enumerable.Range(1, 10))
                Add(db, instance, days, "court-intake", JournalEvent.Completed, now.AddDays(-1), days);
            // Taken over after 5 days: the time was waited all the same.
            Add(db, instance, 11, "confirm-venue", JournalEvent.Cancelled, now.AddDays(-2), 5);
            Add(db, instance, 12, "venue-warn-at", JournalEvent.Completed, now.AddDays(-2), 40);
            Add(db, instance, 13, "withdraw", JournalEvent.Cancelled, now.AddDays(-2), 40);
            Add(db, instance, 14, "complete-dossier", JournalEvent.Completed, now.AddDays(-60), 7);
            await db.SaveChangesAsync();
        });
        using var supervisor = await factory.SignedInAsAsync(Roles.Supervisor, "en");

        var month = await supervisor.GetPageAsync("/processes/court-referral/1/heat?days=30");
        var quarter = await supervisor.GetPageAsync("/processes/court-referral/1/heat");

        var rows = month.QuerySelectorAll("section[aria-labelledby=times] tbody tr").Select(row => row.QuerySelectorAll("td").Select(cell => cell.Text()).ToList()).ToList();
        Assert.Equal(2, rows.Count);
        Assert.Equal(["55.0", "10", "5 days", "9 days", "0"], rows[0][2..]);
        Assert.Equal(["5.0", "1", "5 days", "5 days", "0"], rows[1][2..]);
        Assert.Equal("55.0 d", month.QuerySelector(".flow-svg [data-step=court-intake].flow-heat-5 .flow-figure")!.Text());
        Assert.NotNull(month.QuerySelector(".flow-svg [data-step=confirm-venue].flow-heat-3"));
        Assert.Null(month.QuerySelector(".flow-svg [data-step=venue-warn-at] .flow-figure"));
        Assert.Equal(3, quarter.QuerySelectorAll("section[aria-labelledby=times] tbody tr").Length);
        Assert.Equal("Last 90 days", quarter.QuerySelector(".heat-periods [aria-current]")!.Text());
    }

    [Fact]
    public async Task A_process_that_nothing_went_through_says_so()
    {
        using var supervisor = await factory.SignedInAsAsync(Roles.Supervisor, "en");

        var page = await supervisor.GetPageAsync("/processes/infringement-report/1/heat");

        Assert.NotNull(page.QuerySelector("section[aria-labelledby=times] .empty-state"));
    }

    private static void Add(CaseworkDbContext db, WorkflowInstance instance, int sequence, string step, JournalEvent what, DateTimeOffset at, int days) =>
        db.WorkflowJournal.Add(new WorkflowJournalEntry
        {
            InstanceId = instance.Id,
            Sequence = sequence,
            ActivityId = step,
            Event = what,
            StartedAt = at.AddDays(-days),
            At = at,
            Outcome = "Done",
        });
}
