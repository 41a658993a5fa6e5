using IpCenter.Casework.Formalities.Facts;

namespace IpCenter.Casework.Applications;

/// <summary>How the pictures lay before a change of their places, so that the change can be taken back.</summary>
public sealed class ArrangementChange
{
    public required Guid Id { get; init; }

    public required Guid ApplicationId { get; init; }

    /// <summary>A change is taken back in the round in which it was made: what was handed in is not reached.</summary>
    public required int Round { get; init; }

    /// <summary>From 1, in the order of the changes.</summary>
    public required int Number { get; init; }

    /// <summary>What was done, as the audit trail names it: <c>application.view-moved</c>.</summary>
    public required string Action { get; init; }

    public required Guid By { get; init; }

    public required DateTimeOffset At { get; init; }

    public required Arrangement Before { get; init; }

    public DateTimeOffset? UndoneAt { get; private set; }

    public void Undo(DateTimeOffset at) => UndoneAt ??= at;
}

/// <summary>Which picture lies where: views in their places, pictures in the tray, and the faces said to be left out.</summary>
public sealed record Arrangement(List<PlacedView> Views, List<Guid> Tray, List<OmittedView> Omitted);

/// <summary>A view in a place.</summary>
public sealed record PlacedView(Guid ViewId, string Position);
