namespace IpCenter.Casework.Imports;

public enum ImportState
{
    /// <summary>To be taken up by whoever runs imports next.</summary>
    Waiting,

    Running,

    /// <summary>By a person, or because it could not go on; it can be continued where it stands.</summary>
    Stopped,

    Finished,

    /// <summary>What it added is being taken out of the register again.</summary>
    Undoing,

    Undone,
}

/// <summary>
/// The job of reading one table of prior designs. It is kept in the database: killed at any moment, it goes on after the
/// last rows that were saved. Whoever runs it holds its lease, so that no two do.
/// </summary>
public sealed class DesignImport
{
    public required Guid Id { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public Guid? RequestedBy { get; init; }

    public required string RequestedByName { get; init; }

    /// <summary>The table as its sender calls it.</summary>
    public required string FileName { get; init; }

    /// <summary>SHA-256 of the table: the same table is the same job.</summary>
    public required string TableSha256 { get; init; }

    /// <summary>The folder of <see cref="ImportFiles"/> that holds the table; a rehearsal and what follows it share one.</summary>
    public required Guid FilesOf { get; init; }

    /// <summary>Where the pictures lie on this machine, a folder or a ZIP, for an import by command; <c>null</c>: with the table, if anywhere.</summary>
    public string? PicturesAt { get; init; }

    /// <summary>The archive or folder of pictures as its sender calls it; empty where there is none.</summary>
    public required string PicturesName { get; init; }

    /// <summary>Tells whether two imports have the same pictures.</summary>
    public required string PicturesMark { get; init; }

    /// <summary>Says what would happen and changes nothing.</summary>
    public required bool IsRehearsal { get; init; }

    public required string Encoding { get; init; }

    public required string Separator { get; init; }

    public required IReadOnlyList<string> Header { get; init; }

    public required int Rows { get; init; }

    /// <summary>What the sender should know about the files and that stops nothing.</summary>
    public required IReadOnlyList<ImportNote> Notes { get; init; }

    public ImportState State { get; private set; } = ImportState.Waiting;

    /// <summary>Why it stopped by itself: a code; <c>null</c> when a person stopped it.</summary>
    public string? StopReason { get; private set; }

    public bool StopRequested { get; private set; }

    public int RowsDone { get; private set; }

    public int Added { get; private set; }

    public int Changed { get; private set; }

    public int Unchanged { get; private set; }

    public int Refused { get; private set; }

    /// <summary>Rows that were taken with a warning.</summary>
    public int Warned { get; private set; }

    /// <summary>Pictures taken in; of a rehearsal, pictures looked at.</summary>
    public int Pictures { get; private set; }

    /// <summary>Time worked, without pauses.</summary>
    public long WorkedMilliseconds { get; private set; }

    public int TakenBack { get; private set; }

    /// <summary>Designs that an undo left, because a case refers to them or a later import changed them.</summary>
    public int KeptBack { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Who runs it now; a save of somebody who lost the lease fails.</summary>
    public Guid? Lease { get; set; }

    public DateTimeOffset? LeasedUntil { get; set; }

    public ImportTable Table => new(Encoding, Separator[0], Header, Rows);

    public bool IsAtWork => State is ImportState.Waiting or ImportState.Running or ImportState.Undoing;

    public void Count(RowOutcome outcome, bool warned, int pictures)
    {
        RowsDone++;
        Pictures += pictures;
        Warned += warned ? 1 : 0;
        _ = outcome switch
        {
            RowOutcome.Added => Added++,
            RowOutcome.Changed => Changed++,
            RowOutcome.Unchanged => Unchanged++,
            _ => Refused++,
        };
    }

    public void CountUndone(bool takenBack) => _ = takenBack ? TakenBack++ : KeptBack++;

    public void Work(TimeSpan time, DateTimeOffset leasedUntil)
    {
        WorkedMilliseconds += (long)time.TotalMilliseconds;
        LeasedUntil = leasedUntil;
    }

    /// <summary>Asks whoever runs it to stop after the rows in hand; nobody does yet, and it stands at once.</summary>
    public void RequestStop(DateTimeOffset now)
    {
        StopRequested = true;
        if (LeasedUntil is null || LeasedUntil < now)
            Stop(null, now);
    }

    public void Stop(string? reason, DateTimeOffset at)
    {
        // An undo that stopped is an undo still: it is asked for again.
        (State, StopReason, StopRequested, EndedAt) = (State == ImportState.Undoing ? ImportState.Finished : ImportState.Stopped, reason, false, at);
        Release();
    }

    public void Continue() => (State, StopReason, StopRequested, EndedAt) = (ImportState.Waiting, null, false, null);

    public void Finish(DateTimeOffset at)
    {
        (State, StopRequested, EndedAt) = (State == ImportState.Undoing ? ImportState.Undone : ImportState.Finished, false, at);
        Release();
    }

    public void StartUndo() => (State, StopReason, StopRequested, EndedAt) = (ImportState.Undoing, null, false, null);

    public void Release() => (Lease, LeasedUntil) = (null, null);
}

/// <summary>A remark on the files of an import: a code with what it names.</summary>
public sealed record ImportNote(string Code, IReadOnlyList<string> Arguments);
