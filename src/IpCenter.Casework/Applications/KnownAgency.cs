using IpCenter.Casework.Formalities.Facts;

namespace IpCenter.Casework.Applications;

/// <summary>The agency as a firm, or an agent, wrote it last: it is typed once and offered again.</summary>
public sealed class KnownAgency
{
    /// <summary>The agent whose own agency it is, or the firm that appointed it.</summary>
    public required Guid OwnerId { get; init; }

    public AgencyFacts Agency { get; private set; } = new();

    public DateTimeOffset SavedAt { get; private set; }

    public int Version { get; private set; }

    public void Keep(AgencyFacts agency, DateTimeOffset at) => (Agency, SavedAt) = (agency, at);
}
