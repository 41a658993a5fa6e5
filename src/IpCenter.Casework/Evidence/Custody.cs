using IpCenter.Casework.Audit;

namespace IpCenter.Casework.Evidence;

/// <summary>Makes entries of the chain of custody.</summary>
internal static class Custody
{
    public static CustodyEvent Of(Guid evidenceId, CustodyAction action, Actor actor, string detail) => new()
    {
        Id = Guid.CreateVersion7(actor.At),
        EvidenceId = evidenceId,
        Action = action,
        At = actor.At,
        PersonId = actor.PersonId,
        ActorName = actor.Name,
        Detail = detail,
    };
}
