using IpCenter.Casework.ReferenceData;

namespace IpCenter.Casework.Notices;

/// <summary>The file <c>data/notices.json</c>.</summary>
public sealed record NoticeFile
{
    public required Provenance Provenance { get; init; }

    /// <summary>Templates of the notices that ask to be acknowledged (收到).</summary>
    public required IReadOnlyList<string> Formal { get; init; }

    public IEnumerable<Fault> Faults()
    {
        foreach (var fault in Provenance.Faults("$.provenance"))
            yield return fault;
        for (var at = 0; at < Formal.Count; at++)
            if (Formal[at].Length is 0 or > 60 || Formal.Take(at).Contains(Formal[at]))
                yield return new Fault($"$.formal[{at}]", $"'{Formal[at]}' is no name, or stands there twice.");
    }
}
