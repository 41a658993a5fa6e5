using IpCenter.Casework.Imports;
using IpCenter.Web.Components;
using IpCenter.Web.Components.Forms;
using IpCenter.Web.Hosting;
using IpCenter.Web.Languages;
using IpCenter.Web.SignIn;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace IpCenter.Web.Pages.Imports;

/// <summary>One import: how far it is, what it did, what was wrong, and what can be done with it.</summary>
public sealed partial class ImportPage(
    ImportsQuery imports, RefusedRows problems, GovernImport govern, SavingBoundary boundary, CurrentPerson me, ImportWords importWords, Words words,
    Flash flash, NavigationManager navigation)
{
    public const int PageSize = 50;

    private DesignImport? _import;
    private IReadOnlyList<ReportedRow> _rows = [];
    private int _total;

    public enum Act
    {
        Stop,
        Continue,
        CarryOut,
        Undo,
    }

    [Parameter] public Guid Id { get; set; }

    [SupplyParameterFromQuery] private int Page { get; set; }

    [SupplyParameterFromForm(FormName = "govern")] private Answers Input { get; set; } = null!;

    private IReadOnlyList<Act> Acts => _import switch
    {
        { IsAtWork: true } => [Act.Stop],
        { State: ImportState.Stopped, IsRehearsal: false } => [Act.Continue, Act.Undo],
        { State: ImportState.Stopped } => [Act.Continue],
        { State: ImportState.Finished, IsRehearsal: true } => [Act.CarryOut],
        { State: ImportState.Finished, Added: 0, Changed: 0 } => [],
        { State: ImportState.Finished } => [Act.Undo],
        _ => [],
    };

    protected override async Task OnInitializedAsync()
    {
        Input ??= new() { NewId = Guid.CreateVersion7(me.Now) };
        _import = await imports.FindAsync(Id, CancellationToken.None);
        if (_import is null)
        {
            navigation.NotFound();
            return;
        }
        (_rows, _total) = await problems.ReadAsync(Id, Math.Max(1, Page), PageSize, CancellationToken.None);
    }

    private async Task GovernAsync(EditContext form)
    {
        if (_import is null || Input.Act is not { } act)
            return;
        var actor = me.Actor();
        var done = await boundary.SaveAsync(
            ct => act switch
            {
                Act.Stop => govern.StopAsync(Id, actor, ct),
                Act.Continue => govern.ContinueAsync(Id, actor, ct),
                Act.CarryOut => govern.CarryOutAsync(Id, Input.NewId, actor, ct),
                _ => govern.UndoAsync(Id, actor, ct),
            },
            CancellationToken.None,
            mayRepeat: true);
        if (!done.Succeeded)
        {
            form.Show(done.Violations, words);
            return;
        }
        flash.Say(T[$"said.{Code(act)}"]);
        navigation.NavigateTo($"/admin/imports/{done.Value.Id}");
    }

    private IReadOnlyList<Column<ReportedRow>> Columns() => [Line(), Outcome(), Reasons()];

    private Column<ReportedRow> Line() => new(T["problems.line"], row => b => b.AddContent(0, row.Line), IsNumber: true);

    private Column<ReportedRow> Outcome() => new(T["problems.outcome"], row => b => b.AddContent(0, T[$"outcome.{row.Outcome}"].Value));

    private Column<ReportedRow> Reasons() => new(T["problems.what"], row => b =>
    {
        b.OpenElement(0, "ul");
        b.AddAttribute(1, "class", "import-reasons");
        foreach (var problem in row.Problems)
        {
            b.OpenElement(2, "li");
            b.AddContent(3, importWords.Of(problem));
            b.CloseElement();
        }
        b.CloseElement();
    });

    private static string Code(Act act) => act == Act.CarryOut ? "carry-out" : $"{act}".ToLowerInvariant();

    public sealed class Answers
    {
        public Act? Act { get; set; }

        public Guid NewId { get; set; }
    }
}
