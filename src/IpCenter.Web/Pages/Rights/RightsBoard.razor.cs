using IpCenter.Casework.Clocks;
using IpCenter.Casework.People;
using IpCenter.Casework.Results;
using IpCenter.Casework.Tasks;
using IpCenter.Web.Components;
using IpCenter.Web.Hosting;
using IpCenter.Web.Languages;
using IpCenter.Web.SignIn;
using Microsoft.AspNetCore.Components;

namespace IpCenter.Web.Pages.Rights;

/// <summary>The day of the rights staff: nothing stays overnight, then whatever is due first.</summary>
public sealed partial class RightsBoard(
    RightsBoardQuery board, TaskDesk desk, GiveBackTask giveBack, SavingBoundary boundary, CurrentPerson me, NavigationManager navigation) : ComponentBase
{
    private IReadOnlyList<BoardRow> _rows = [];
    private IReadOnlyList<BoardRow> _untouched = [];
    private IReadOnlyList<string> _taskNames = [];
    private IReadOnlyList<TodaysReport> _today = [];
    private IReadOnlyList<Column<BoardRow>> _columns = [];
    private IReadOnlyList<Column<TodaysReport>> _todayColumns = [];
    private Viewer _viewer = Viewer.Anonymous;
    private DateOnly _day;
    private int _left;
    private RuleViolation? _violation;

    [SupplyParameterFromQuery] private string? Text { get; set; }

    [SupplyParameterFromQuery] private string? Task { get; set; }

    [SupplyParameterFromQuery] private string? Whose { get; set; }

    [SupplyParameterFromForm(FormName = "desk")] private DeskAnswers Desk { get; set; } = null!;

    private BoardFilter Filter => new(Text, Task, Whose);

    private string CsvAddress => navigation.GetUriWithQueryParameters(
        "/rights/list.csv", new Dictionary<string, object?> { ["text"] = Text, ["task"] = Task, ["whose"] = Whose });

    private string HoursLeft => DateText.Duration(ChinaTime.StartOfDay(_day.AddDays(1)) - me.Now);

    private string ZeroReport => _today.Count == 0 ? T["today.none"] : _left == 0 ? T["today.zero", _today.Count] : T["today.left", _left, _today.Count];

    protected override async Task OnInitializedAsync()
    {
        Desk ??= new();
        _viewer = await me.ViewerAsync();
        _day = ChinaTime.DateOf(me.Now);
        (_columns, _todayColumns) = (Columns(), TodayColumns());
        await ReadAsync();
    }

    private async Task ReadAsync()
    {
        var all = await board.ReadAsync(new BoardFilter(null, null, null), _viewer, CancellationToken.None);
        _untouched = [.. all.Where(r => r.IsUntouched)];
        _taskNames = [.. all.Select(r => r.Task).Distinct().Order(StringComparer.Ordinal)];
        _rows = Filter.IsEmpty ? all : await board.ReadAsync(Filter, _viewer, CancellationToken.None);
        _today = await board.TodayAsync(_day, CancellationToken.None);
        _left = _today.Count(r => r.TouchedAt is null);
    }

    private async Task MoveAsync()
    {
        var moved = await boundary.SaveAsync(
            ct => Desk.Take is { } take
                ? desk.TakeAsync(take, _viewer, me.Actor(), ct)
                : giveBack.ExecuteAsync(Desk.Release ?? Guid.Empty, Desk.Release is { } row ? Desk.Reasons.GetValueOrDefault(row) : null, _viewer, me.Actor(), ct),
            CancellationToken.None);
        if (moved.Succeeded)
        {
            navigation.NavigateTo(navigation.Uri);
            return;
        }
        _violation = moved.Violations[0];
        await ReadAsync();
    }

    private TimeSpan Left(BoardRow row) => (row.DueAt ?? ChinaTime.EndOfDay(ChinaTime.DateOf(row.SubmittedAt))) - me.Now;

    private string LeftWords(BoardRow row) => Left(row) is var left && left > TimeSpan.Zero
        ? T["board.hours-left", DateText.Duration(left)]
        : T["board.overnight", DateText.Duration(-left)];

    private sealed class DeskAnswers
    {
        public Guid? Take { get; set; }

        public Guid? Release { get; set; }

        /// <summary>Why a task is given back, by task: all rows of the board are one form.</summary>
        public Dictionary<Guid, string?> Reasons { get; set; } = [];
    }
}
