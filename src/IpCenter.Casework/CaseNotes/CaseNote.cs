namespace IpCenter.Casework.CaseNotes;

/// <summary>What one of the examining staff wrote down about a case, for the staff alone. It is never changed; its author may withdraw it, and then it stands there struck.</summary>
public sealed class CaseNote
{
    public const int LongestText = 2000;
    public const int LongestReason = 500;

    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    public required Guid AuthorId { get; init; }

    public required string AuthorName { get; init; }

    public required string Text { get; init; }

    public required DateTimeOffset WrittenAt { get; init; }

    /// <summary>The colleague who got a notice of it.</summary>
    public Guid? AddresseeId { get; init; }

    public string? AddresseeName { get; init; }

    public DateTimeOffset? WithdrawnAt { get; private set; }

    public string? WithdrawnBecause { get; private set; }

    public int Version { get; private set; }

    public bool IsWithdrawn => WithdrawnAt is not null;

    public void Withdraw(string reason, DateTimeOffset at) => (WithdrawnBecause, WithdrawnAt) = (reason, at);
}
