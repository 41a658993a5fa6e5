using IpCenter.Casework.Applications;

namespace IpCenter.Web.Pages.Apply;

/// <summary>What a window knows of the step that it shows; it sends it back with the answers.</summary>
public sealed class OpenedStep
{
    public Guid Window { get; set; }
    public int Number { get; set; }
    public bool Overrules { get; set; }

    /// <summary><c>null</c> for a form that came without: nothing is compared then.</summary>
    public DraftBasis? Basis => Window == Guid.Empty ? null : new(Window, Number, Overrules);
}
