using Microsoft.Data.Sqlite;

namespace IpCenter.Casework.Imports;

/// <summary>Tells a full disk from other troubles.</summary>
internal static class DiskFull
{
    /// <summary>SQLITE_FULL; ENOSPC of Linux; ERROR_DISK_FULL and ERROR_HANDLE_DISK_FULL of Windows.</summary>
    private const int SqliteFull = 13, NoSpace = 28, WindowsFull = unchecked((int)0x80070070), WindowsHandleFull = unchecked((int)0x80070027);

    public static bool Is(Exception? e) => e switch
    {
        null => false,
        SqliteException { SqliteErrorCode: SqliteFull } => true,
        IOException { HResult: NoSpace or WindowsFull or WindowsHandleFull } => true,
        _ => Is(e.InnerException),
    };
}
