using System.Text.Json;
using IpCenter.Casework.Data;

namespace IpCenter.Casework.Audit;

/// <summary>Adds entries to the trail; the boundary saves them with the change that they describe.</summary>
public sealed class AuditTrail(CaseworkDbContext db)
{
    private long _order;

    /// <summary>Records that <paramref name="actor"/> did <paramref name="action"/> to <paramref name="subject"/>.</summary>
    /// <param name="detail">Arguments for the words of the action; never contents of an unpublished design.</param>
    public void Record(
        Actor actor,
        string action,
        string subject,
        Guid? caseId = null,
        AuditVisibility visibility = AuditVisibility.Parties,
        params (string Key, string? Value)[] detail)
    {
        db.AuditEvents.Add(new AuditEvent
        {
            Id = Guid.CreateVersion7(actor.At),
            At = actor.At,
            PersonId = actor.PersonId,
            ActorName = actor.Name,
            OnBehalfOfFirmId = actor.OnBehalfOfFirmId,
            Action = action,
            CaseId = caseId,
            Subject = subject,
            Reason = actor.Reason,
            DetailJson = JsonSerializer.Serialize(detail.Where(d => d.Value is not null).ToDictionary(d => d.Key, d => d.Value)),
            Visibility = visibility,
            Order = ++_order,
        });
    }

    /// <summary>Records that a person read an unpublished design or a piece of evidence.</summary>
    public void RecordRead(Actor actor, string subject, Guid? caseId, string purpose) =>
        db.AccessRecords.Add(new AccessRecord
        {
            Id = Guid.CreateVersion7(actor.At),
            At = actor.At,
            PersonId = actor.PersonId,
            ActorName = actor.Name,
            Subject = subject,
            CaseId = caseId,
            Purpose = purpose,
        });

    /// <summary>Records that a person, looking at one case, saw several unpublished designs of others: one look, one record.</summary>
    public void RecordLook(Actor actor, Guid from, IReadOnlyCollection<Guid> seen, string purpose)
    {
        if (seen.Count == 0)
            return;
        db.AccessRecords.Add(new AccessRecord
        {
            Id = Guid.CreateVersion7(actor.At),
            At = actor.At,
            PersonId = actor.PersonId,
            ActorName = actor.Name,
            Subject = $"application:{from}",
            CaseId = from,
            Purpose = purpose,
            Count = seen.Count,
            Seen = [.. seen],
        });
    }
}
