using IpCenter.Casework.Applications;
using IpCenter.Casework.Examination;
using IpCenter.Casework.Results;
using IpCenter.Casework.Tasks;
using IpCenter.Web.Components;
using IpCenter.Web.Hosting;
using IpCenter.Web.Languages;
using IpCenter.Web.SignIn;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace IpCenter.Web.Pages.Examine;

/// <summary>
/// The small actions of the examining staff: one button each, by POST with the page's antiforgery token, then back to
/// the page with a word on what came of it.
/// </summary>
internal static class ExaminationActions
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var staff = app.MapGroup("/examine").RequireAuthorization(Policies.Examination);
        staff.MapGet("/queue.csv", ExportAsync);
        staff.MapPost("/claim", ([FromForm] string queue, Desk desk, CancellationToken ct) => desk.ClaimAsync(queue, ct));
        staff.MapPost("/assign", ([FromForm] Guid[] items, [FromForm] string? person, [FromForm] Guid? batch, [FromForm] string? back, Desk desk, CancellationToken ct) =>
            desk.AssignAsync(batch, items, Guid.TryParse(person, out var id) ? id : null, back, ct));
        staff.MapPost("/tasks/{id:guid}/take", (Guid id, [FromForm] string? back, Desk desk, CancellationToken ct) => desk.TakeAsync(id, back, ct));
        staff.MapPost("/tasks/{id:guid}/release", (Guid id, [FromForm] string? reason, [FromForm] string? back, Desk desk, CancellationToken ct) =>
            desk.GiveBackAsync(id, reason, back, ct));
        staff.MapPost("/leads/{id:guid}", (Guid id, [FromForm] LeadJudgement judgement, [FromForm] string? note, [FromForm] string? back, Desk desk, CancellationToken ct) =>
            desk.JudgeAsync(id, judgement, note, back, ct));
    }

    private static async Task<IResult> ExportAsync(
        QueueExport export, CancellationToken ct, string? tab = null, string? q = null, [FromQuery(Name = "class")] string? locarno = null, bool overdue = false,
        bool today = false, bool escalated = false)
    {
        var filter = new TaskQueueFilter
        {
            Queue = Queues.Examination,
            Tab = Choose.Of<TaskQueueTab>(tab, ignoreCase: true) ?? TaskQueueTab.All,
            Text = q,
            LocarnoClass = locarno,
            OverdueOnly = overdue,
            DueTodayOnly = today,
            EscalatedOnly = escalated,
        };
        return Results.File(await export.WriteAsync(filter, ct), "text/csv; charset=utf-8", "examination-queue.csv");
    }

    /// <summary>Runs one action for the person of the request.</summary>
    internal sealed class Desk(
        SavingBoundary saving, CurrentPerson me, Flash flash, Words words, IStringLocalizer<Resources.Examine> texts,
        TaskDesk tasks, ClaimNextTask claim, GiveBackTask giveBack, AssignTasks assign, JudgeLead judge)
    {
        private const int MostClaims = 20;

        public async Task<IResult> ClaimAsync(string queue, CancellationToken ct)
        {
            // Each conflict means that somebody else got a task: asking again ends with a task or with an empty queue.
            Result<WorkItem> result;
            var asked = 0;
            do
                result = await SaveAsync((viewer, actor) => claim.ExecuteAsync(queue, viewer, actor, ct), mayRepeat: true, ct);
            while (!result.Succeeded && result.Violations[0].Code == SavingBoundary.ChangedMeanwhile && ++asked < MostClaims);
            if (!result.Succeeded)
                flash.Say(words.Violation(result.Violations[0]));
            if (result.Succeeded)
                flash.Say(texts["claimed"]);
            var home = queue switch { Queues.Quality => "/quality", Queues.OfficeResults => "/office", _ => "/examine" };
            return Results.LocalRedirect(result.Succeeded ? $"{home}/{result.Value.Id}" : home);
        }

        /// <summary>Where a row was refused, the answer is the list of all rows.</summary>
        public async Task<IResult> AssignAsync(Guid? batch, Guid[] items, Guid? person, string? back, CancellationToken ct)
        {
            var id = batch ?? Guid.CreateVersion7(me.Now);
            var result = await ActAsync((viewer, actor) => assign.ExecuteAsync(id, items, person, viewer, actor, ct), mayRepeat: true, ct);
            return result.Succeeded && result.Value.Given < result.Value.Rows.Count
                ? Results.LocalRedirect($"/supervise/assignments/{id}")
                : Back(result, back, () => texts["assigned", result.Value.Given]);
        }

        public async Task<IResult> TakeAsync(Guid id, string? back, CancellationToken ct) =>
            Back(await ActAsync((viewer, actor) => tasks.TakeAsync(id, viewer, actor, ct), mayRepeat: true, ct), back, () => texts["taken"]);

        public async Task<IResult> GiveBackAsync(Guid id, string? reason, string? back, CancellationToken ct) =>
            Back(await ActAsync((viewer, actor) => giveBack.ExecuteAsync(id, reason, viewer, actor, ct), mayRepeat: true, ct), back, () => texts["released"]);

        public async Task<IResult> JudgeAsync(Guid id, LeadJudgement judgement, string? note, string? back, CancellationToken ct) =>
            Back(await ActAsync((viewer, actor) => judge.ExecuteAsync(id, judgement, note, viewer, actor, ct), mayRepeat: true, ct), back, () => texts["lead.judged"]);

        private async Task<Result<T>> ActAsync<T>(
            Func<Casework.People.Viewer, Casework.Audit.Actor, Task<Result<T>>> act, bool mayRepeat, CancellationToken ct)
        {
            var result = await SaveAsync(act, mayRepeat, ct);
            if (!result.Succeeded)
                flash.Say(words.Violation(result.Violations[0]));
            return result;
        }

        private async Task<Result<T>> SaveAsync<T>(
            Func<Casework.People.Viewer, Casework.Audit.Actor, Task<Result<T>>> act, bool mayRepeat, CancellationToken ct)
        {
            var viewer = await me.ViewerAsync(ct);
            return await saving.SaveAsync(_ => act(viewer, me.Actor()), ct, mayRepeat);
        }

        private IResult Back<T>(Result<T> result, string? back, Func<string> said)
        {
            if (result.Succeeded)
                flash.Say(said());
            return Results.LocalRedirect(LocalAddress.Or(back, "/examine"));
        }
    }
}
