namespace IpCenter.Casework.Applications;

/// <summary>
/// One view of one design of an application. A correction replaces a view and keeps the old one,
/// so that the rounds can be compared.
/// </summary>
public sealed class ApplicationView
{
    public required Guid Id { get; init; }

    public required Guid ApplicationId { get; init; }

    /// <summary>Which design of the application, from 1.</summary>
    public required int DesignNumber { get; init; }

    /// <summary>Key of the view's name: <c>Front</c>, <c>Back</c>, <c>Left</c>, <c>Right</c>, <c>Top</c>, <c>Bottom</c>, <c>Perspective</c>, <c>Reference</c> …</summary>
    public required string Position { get; set; }

    public required Guid ImageId { get; init; }

    public required DateTimeOffset AddedAt { get; init; }

    /// <summary>The correction round in which it was added; 0 = as filed.</summary>
    public required int Round { get; init; }

    public DateTimeOffset? ReplacedAt { get; private set; }

    public bool IsCurrent => ReplacedAt is null;

    public void Replace(DateTimeOffset at) => ReplacedAt ??= at;

    /// <summary>Puts it back where it was before a change that is taken back.</summary>
    public void Restore(string position) => (Position, ReplacedAt) = (position, null);
}
