using System.Collections.ObjectModel;

namespace IpCenter.Casework.Venues;

/// <summary>An answer while it is put together.</summary>
internal sealed class VenueDraft
{
    public Collection<VenueMatch> Matches { get; } = [];

    public Collection<Bilingual> Questions { get; } = [];

    public Collection<Bilingual> Notes { get; } = [];

    public Collection<VenueHint> Hints { get; } = [];

    public Collection<UncertainSignal> Signals { get; } = [];

    public Bilingual? Unknown { get; set; }

    public void Ask(string zh, string en) => Questions.Add(new Bilingual(zh, en));

    public void Note(string zh, string en) => Notes.Add(new Bilingual(zh, en));
}
