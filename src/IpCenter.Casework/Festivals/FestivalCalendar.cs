namespace IpCenter.Casework.Festivals;

/// <summary>Which green channels are open on a date.</summary>
public sealed class FestivalCalendar(IEnumerable<FestivalWindow> windows)
{
    public IReadOnlyList<FestivalWindow> Windows { get; } = [.. windows.OrderBy(window => window.Opens)];

    public IReadOnlyList<FestivalWindow> OpenOn(DateOnly date) => [.. Windows.Where(window => window.IsOpenOn(date))];

    /// <summary>The window that raises the priority of a product class on a date; the festival that comes first when there are two.</summary>
    public FestivalWindow? For(string locarnoCode, DateOnly date) =>
        OpenOn(date).Where(window => window.Covers(locarnoCode)).MinBy(window => window.Festival);
}
