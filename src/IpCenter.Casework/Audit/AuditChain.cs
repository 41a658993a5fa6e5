using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace IpCenter.Casework.Audit;

/// <summary>The hash chain of the audit trail: SHA-256 over the previous hash and the entry's stored bytes.</summary>
public static class AuditChain
{
    /// <summary>The hash before the first entry.</summary>
    public const string Genesis = "0000000000000000000000000000000000000000000000000000000000000000";

    public static string HashOf(string previousHash, string content) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(previousHash + "\n" + content)));

    /// <summary>The first entry whose hash, place or content does not fit, or <c>null</c> when the chain is whole.</summary>
    public static async Task<AuditBreak?> FindBreakAsync(IAsyncEnumerable<AuditEvent> inOrder, CancellationToken ct)
    {
        var (previous, expected) = (Genesis, 1L);
        await foreach (var entry in inOrder.WithCancellation(ct))
        {
            if (entry.Sequence != expected)
                return new(expected, "missing");
            if (entry.PreviousHash != previous || entry.Hash != HashOf(previous, entry.Content))
                return new(entry.Sequence, "hash");
            if (entry.Content != ContentOf(entry))
                return new(entry.Sequence, "content");
            (previous, expected) = (entry.Hash, expected + 1);
        }
        return null;
    }

    internal static string ContentOf(AuditEvent e) => JsonSerializer.Serialize(new
    {
        e.Sequence,
        e.Id,
        At = e.At.ToUnixTimeMilliseconds(),
        e.PersonId,
        e.ActorName,
        e.OnBehalfOfFirmId,
        e.Action,
        e.CaseId,
        e.Subject,
        e.Reason,
        e.DetailJson,
        Visibility = e.Visibility.ToString(),
    });
}

/// <summary>Where the audit chain is broken and how: <c>missing</c>, <c>hash</c> or <c>content</c>.</summary>
public sealed record AuditBreak(long Sequence, string Kind);
