using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using IpCenter.Casework.Calendars;
using IpCenter.Casework.Clocks;
using IpCenter.Casework.ReferenceData;
using IpCenter.Web.Components;
using IpCenter.Web.Components.Forms;
using IpCenter.Web.Hosting;
using IpCenter.Web.Languages;
using IpCenter.Web.Pages.Cases;
using IpCenter.Web.SignIn;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace IpCenter.Web.Pages.Admin;

/// <summary>A year's calendar is entered, looked at with what it would move, and then published.</summary>
public sealed partial class NewCalendarPage(
    PublishCalendar publishing, CalendarPreviewQuery previews, CalendarEditions editions, ReferenceLibrary reference,
    SavingBoundary boundary, CurrentPerson me, Flash flash, NavigationManager navigation)
{
    private CalendarYear? _year;
    private CalendarPreview? _preview;

    /// <summary>A year that begins with what stands: a correction, or the notice for a provisional year.</summary>
    [SupplyParameterFromQuery(Name = "year")] private string? Year { get; set; }

    [SupplyParameterFromForm(FormName = "edition")] private Answers Input { get; set; } = null!;

    protected override void OnInitialized() => Input ??= Begin();

    private Answers Begin()
    {
        var answers = new Answers { Id = Guid.CreateVersion7(me.Now), Year = reference.Calendar.Notices.Max(notice => notice.Year) + 1 };
        if (!int.TryParse(Year, NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            || reference.Calendar.Notices.FirstOrDefault(notice => notice.Year == year) is not { } known)
            return answers;
        (answers.Year, answers.Holidays, answers.MakeUpWorkdays) = (year, CalendarText.Holidays(known), CalendarText.MakeUpWorkdays(known));
        return answers;
    }

    private async Task GoOnAsync(EditContext form)
    {
        if (Input.Do == "publish" && await publishing.FindAsync(Input.Id, CancellationToken.None) is { } pressedTwice)
        {
            Leave(pressedTwice);
            return;
        }
        var draft = Input.Draft;
        var read = await publishing.ReadAsync(draft, me.Now, CancellationToken.None);
        if (!read.Succeeded)
        {
            form.Show(read.Violations.AtFields(), Words);
            return;
        }
        if (Input.Do != "publish")
        {
            await PreviewAsync(read.Value);
            return;
        }
        if (Input.Looked != MarkOf(read.Value))
        {
            await PreviewAsync(read.Value);
            form.Show([new("calendar.not-looked-at")], Words);
            return;
        }
        var done = await boundary.SaveAsync(ct => publishing.ExecuteAsync(Input.Id, draft, Input.Reason ?? "", me.Actor(), ct), CancellationToken.None);
        if (!done.Succeeded)
        {
            await PreviewAsync(read.Value);
            form.Show(done.Violations.AtFields(), Words);
            return;
        }
        await editions.RefreshAsync(CancellationToken.None);
        Leave(done.Value);
    }

    private void Leave(CalendarEdition published)
    {
        flash.Say(T["edition.done", published.Year, published.Number]);
        navigation.NavigateTo($"/admin/calendars?year={published.Year}");
    }

    private async Task PreviewAsync(CalendarYear year)
    {
        (_year, _preview) = (year, await previews.ReadAsync(year, me.Now, CancellationToken.None));
        Input.Looked = MarkOf(year);
    }

    /// <summary>What was looked at, over which edition: only that is published.</summary>
    private string MarkOf(CalendarYear year) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{reference.Calendar.Edition} {CalendarEdition.ContentOf(year)}")));

    private static int WorkingDaysOf(CalendarPreview preview, int year, int month) =>
        Enumerable.Range(1, DateTime.DaysInMonth(year, month)).Count(day => preview.Calendar.IsWorkingDay(new DateOnly(year, month, day)));

    private IReadOnlyList<Column<MovingDate>> Columns() =>
    [
        new(T["preview.case"], row => builder => builder.AddContent(0, row.Number ?? (row.Kind is { } kind ? Words.Of("kind", kind) : "–"))),
        new(T["dates.period"], row => builder => builder.AddContent(0, reference.Deadlines[row.RuleKey].Name.Here())),
        new(T["preview.from"], row => builder => builder.AddContent(0, DateText.Day(row.From))),
        new(T["preview.to"], row => builder => builder.AddContent(0, row.To is { } to ? DateText.Day(to) : "–")),
    ];

    private sealed class Answers
    {
        public Guid Id { get; set; }

        public int? Year { get; set; }

        public string? Status { get; set; }

        public string? Title { get; set; }

        public string? NoticeNumber { get; set; }

        public DateOnly? NoticeDate { get; set; }

        public string? Url { get; set; }

        public string? Holidays { get; set; }

        public string? MakeUpWorkdays { get; set; }

        public string? Reason { get; set; }

        /// <summary>The mark of what was looked at.</summary>
        public string? Looked { get; set; }

        public string? Do { get; set; }

        public CalendarDraft Draft => new()
        {
            Year = Year,
            Status = Status switch
            {
                nameof(CalendarStatus.Official) => CalendarStatus.Official,
                nameof(CalendarStatus.Provisional) => CalendarStatus.Provisional,
                _ => null,
            },
            Title = Title,
            NoticeNumber = NoticeNumber,
            NoticeDate = NoticeDate,
            Url = Url,
            Holidays = Holidays,
            MakeUpWorkdays = MakeUpWorkdays,
        };
    }
}
