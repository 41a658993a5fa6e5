namespace IpCenter.Casework.Applications;

/// <summary>
/// A picture that came in before anybody said which view it is. It belongs to the applicant alone: it is no part of the
/// application until it is placed, and the centre never sees it.
/// </summary>
public sealed class TrayPicture
{
    public required Guid Id { get; init; }

    public required Guid ApplicationId { get; init; }

    /// <summary>The design whose tray it lies in, from 1.</summary>
    public required int DesignNumber { get; init; }

    public required Guid ImageId { get; init; }

    /// <summary>Its turn in the order in which the pictures came, from 0.</summary>
    public required int Sequence { get; init; }

    public required DateTimeOffset AddedAt { get; init; }

    /// <summary>When it was placed or discarded; <c>null</c> while it lies in the tray.</summary>
    public DateTimeOffset? LeftAt { get; private set; }

    public void Leave(DateTimeOffset at) => LeftAt ??= at;

    /// <summary>Takes back that it left.</summary>
    public void Return() => LeftAt = null;
}
