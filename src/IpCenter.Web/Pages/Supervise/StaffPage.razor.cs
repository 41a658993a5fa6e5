using System.ComponentModel.DataAnnotations;
using IpCenter.Casework.People;
using IpCenter.Casework.ReferenceData;
using IpCenter.Casework.Results;
using IpCenter.Casework.Staffing;
using IpCenter.Web.Components;
using IpCenter.Web.Components.Forms;
using IpCenter.Web.Hosting;
using IpCenter.Web.Pages.Tasks;
using IpCenter.Web.SignIn;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace IpCenter.Web.Pages.Supervise;

/// <summary>One person of the house: away when and in whose place, which classes, which firms' cases not.</summary>
public sealed partial class StaffPage(
    StaffDesksQuery query, SetClassSkills setSkills, RecordAbsence absences, DeclareRecusal recusals, ReferenceLibrary reference,
    SavingBoundary boundary, CurrentPerson me, Flash flash, NavigationManager navigation)
{
    private StaffDesk? _desk;
    private IReadOnlyList<StaffDesk> _desks = [];
    private IReadOnlyList<Choice> _substitutes = [];
    private IReadOnlyList<SkillGroup> _groups = [];
    private RuleViolation? _violation;
    private Viewer _viewer = Viewer.Anonymous;

    [Parameter] public Guid Id { get; set; }

    [SupplyParameterFromForm(FormName = "absence")] private AbsenceAnswers Away { get; set; } = null!;

    [SupplyParameterFromForm(FormName = "cancel")] private ChosenRow Cancel { get; set; } = null!;

    [SupplyParameterFromForm(FormName = "skills")] private SkillAnswers Skills { get; set; } = null!;

    [SupplyParameterFromForm(FormName = "recusal")] private RelationAnswers Relation { get; set; } = null!;

    [SupplyParameterFromForm(FormName = "end")] private ChosenRow End { get; set; } = null!;

    protected override async Task OnInitializedAsync()
    {
        Away ??= new() { Id = Guid.CreateVersion7(me.Now) };
        Cancel ??= new();
        Relation ??= new() { Id = Guid.CreateVersion7(me.Now) };
        End ??= new();
        _viewer = await me.ViewerAsync();
        await ReadAsync();
    }

    private async Task ReadAsync()
    {
        _desks = await query.ReadAsync(_viewer, me.Now, CancellationToken.None);
        _desk = _desks.FirstOrDefault(d => d.Person.Id == Id);
        if (_desk is null)
        {
            navigation.NotFound();
            return;
        }
        Skills ??= new() { Levels = _desk.Person.Skills.ToDictionary(s => s.Code, s => s.Level.ToString()) };
        _substitutes = [.. _desks.Where(d => d.Person.Id != Id && d.Person.Roles.Overlaps(_desk.Person.Roles)).Select(d => new Choice(d.Person.Id.ToString(), d.Person.Name))];
        _groups = SkillGroup.Of(reference, _desk.Person.Skills.Select(s => s.Code), T["skill.whole"]);
    }

    private string? NameOf(Guid? id) => _desks.FirstOrDefault(d => d.Person.Id == id)?.Person.Name;

    private async Task AbsentAsync(EditContext form)
    {
        var input = new AbsenceInput(Away.Id, Id, Away.From!.Value, Away.To!.Value, Guid.TryParse(Away.Substitute, out var substitute) ? substitute : null);
        var saved = await boundary.SaveAsync(ct => absences.ExecuteAsync(input, _viewer, me.Actor(), ct), CancellationToken.None);
        if (saved.Succeeded)
            Leave(T["absence.saved", _desk!.Person.Name]);
        else
            form.Show(saved.Violations.Select(FormNames.Of), Words);
    }

    private async Task CancelAsync() => await DoneAsync(
        await boundary.SaveAsync(ct => absences.CancelAsync(Cancel.Id, _viewer, me.Actor(), ct), CancellationToken.None), T["absence.cancelled"]);

    private async Task SkillsAsync()
    {
        var wanted = Skills.Levels.Where(l => Enum.TryParse<SkillLevel>(l.Value, out var level) && Enum.IsDefined(level)).Select(l => (l.Key, Enum.Parse<SkillLevel>(l.Value))).ToList();
        await DoneAsync(
            await boundary.SaveAsync(ct => setSkills.ExecuteAsync(Id, wanted, _viewer, me.Actor(), ct), CancellationToken.None),
            T["skills.saved", _desk!.Person.Name, wanted.Count]);
    }

    private async Task RecuseAsync(EditContext form)
    {
        var saved = await boundary.SaveAsync(
            ct => recusals.ExecuteAsync(Relation.Id, Id, Relation.CreditCode, Relation.Reason, _viewer, me.Actor(), ct), CancellationToken.None);
        if (saved.Succeeded)
            Leave(T["recusal.saved", _desk!.Person.Name]);
        else
            form.Show(saved.Violations.Select(FormNames.Of), Words);
    }

    private async Task EndAsync() => await DoneAsync(
        await boundary.SaveAsync(ct => recusals.EndAsync(End.Id, _viewer, me.Actor(), ct), CancellationToken.None), T["recusal.ended"]);

    private async Task DoneAsync<TValue>(Result<TValue> result, string said)
    {
        if (result.Succeeded)
        {
            Leave(said);
            return;
        }
        _violation = result.Violations[0];
        await ReadAsync();
    }

    private void Leave(string message)
    {
        flash.Say(message);
        navigation.NavigateTo($"/supervise/staff/{Id}");
    }

    private sealed class AbsenceAnswers
    {
        public Guid Id { get; set; }

        [Required(ErrorMessage = "required")] public DateOnly? From { get; set; }

        [Required(ErrorMessage = "required")] public DateOnly? To { get; set; }

        public string? Substitute { get; set; }
    }

    private sealed class RelationAnswers
    {
        public Guid Id { get; set; }

        [Required(ErrorMessage = "required")] public string? CreditCode { get; set; }

        [Required(ErrorMessage = "required")] public string? Reason { get; set; }
    }

    private sealed class SkillAnswers
    {
        public Dictionary<string, string> Levels { get; set; } = [];
    }

    private sealed class ChosenRow
    {
        public Guid Id { get; set; }
    }
}
