using Microsoft.Data.Sqlite;

namespace IpCenter.Casework.Data;

/// <summary>One writes at a time; who waits longer than the connection's patience has missed the turn.</summary>
public static class WriteTurn
{
    private const int Busy = 5, Locked = 6;

    public static bool WasMissed(Exception failure) =>
        (failure as SqliteException ?? failure.InnerException as SqliteException) is { SqliteErrorCode: Busy or Locked };
}
