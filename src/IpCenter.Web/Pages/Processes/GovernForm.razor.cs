using System.ComponentModel.DataAnnotations;
using IpCenter.Casework.Processes.Life;
using IpCenter.Web.Components;
using IpCenter.Web.Components.Forms;
using IpCenter.Web.Hosting;
using IpCenter.Web.Languages;
using IpCenter.Web.SignIn;
using IpCenter.Workflow.Engine;
using IpCenter.Workflow.Runtime;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace IpCenter.Web.Pages.Processes;

/// <summary>What a supervisor may do with one process: halt it, let it go on, end it, have its history kept.</summary>
public sealed partial class GovernForm(
    GovernProcess govern, SavingBoundary boundary, CurrentPerson me, Words words, Flash flash, NavigationManager navigation)
{
    public enum Act
    {
        Halt,
        Continue,
        End,
        Hold,
        Release,
    }

    [Parameter, EditorRequired] public WorkflowInstance Instance { get; set; } = null!;

    [SupplyParameterFromForm(FormName = "govern")] private Answers Input { get; set; } = null!;

    private IReadOnlyList<Choice> Choices =>
        [.. Enum.GetValues<Act>().Where(IsOpen).Select(act => new Choice(act.ToString(), T[$"govern.act.{act}"], T[$"govern.act.{act}.hint"]))];

    protected override void OnInitialized() => Input ??= new();

    private bool IsOpen(Act act) => act switch
    {
        Act.Halt => Instance.Status == WorkflowStatus.Running,
        Act.Continue => Instance.Status == WorkflowStatus.Suspended,
        Act.End => !Instance.HasEnded,
        Act.Hold => Instance.HoldReason is null,
        _ => Instance.HoldReason is not null,
    };

    private async Task ActAsync(EditContext form)
    {
        if (Input.Act is not { } act)
            return;
        var (id, reason, actor) = (Instance.Id, Input.Reason?.Trim(), me.Actor());
        var result = await boundary.SaveAsync(
            ct => act switch
            {
                Act.Halt => govern.HaltAsync(id, reason, actor, ct),
                Act.Continue => govern.ContinueAsync(id, reason, actor, ct),
                Act.End => govern.EndAsync(id, reason, actor, ct),
                Act.Hold => govern.HoldAsync(id, reason, actor, ct),
                _ => govern.ReleaseAsync(id, reason, actor, ct),
            },
            CancellationToken.None);
        if (result.Succeeded)
        {
            flash.Say(T[$"govern.done.{act}"]);
            navigation.NavigateTo($"/processes/instances/{id}");
            return;
        }
        form.Show(result.Violations, words);
    }

    private sealed class Answers
    {
        [Required(ErrorMessage = "required")] public Act? Act { get; set; }

        [Required(ErrorMessage = "required"), StringLength(500, ErrorMessage = "too-long:{1}")] public string? Reason { get; set; }
    }
}
