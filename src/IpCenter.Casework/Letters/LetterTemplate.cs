namespace IpCenter.Casework.Letters;

/// <summary>
/// A version of a template that staff sent in. It never changes; another text is another version. A letter names the version that it
/// was written with.
/// </summary>
public sealed class LetterTemplate
{
    public required Guid Id { get; init; }

    public required LetterKind Kind { get; init; }

    public required LetterLanguage Language { get; init; }

    /// <summary>Counted for each kind and language, from 1.</summary>
    public required int Number { get; init; }

    public required string FileName { get; init; }

    /// <summary>Of the file in the vault.</summary>
    public required string Sha256 { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    public required string ReceivedByName { get; init; }

    /// <summary>When it came into force; of those in force the latest counts.</summary>
    public DateTimeOffset? PublishedAt { get; private set; }

    public string? PublishedByName { get; private set; }

    /// <summary>When it was replaced, or put aside before it ever was in force.</summary>
    public DateTimeOffset? RetiredAt { get; private set; }

    public int Version { get; private set; }

    public bool IsInForce => PublishedAt is not null && RetiredAt is null;

    public bool IsDraft => PublishedAt is null && RetiredAt is null;

    /// <summary>An older version may come into force again.</summary>
    public void Publish(string byName, DateTimeOffset at) => (PublishedAt, PublishedByName, RetiredAt) = (at, byName, null);

    public void Retire(DateTimeOffset at) => RetiredAt = at;
}
