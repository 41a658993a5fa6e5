using System.Runtime.InteropServices;

namespace IpCenter.Imaging.Worker;

/// <summary>
/// What the worker takes from itself before it sees a byte, on Linux. Elsewhere only the deadline and the checks of the header
/// hold; see docs/adr/0004.
/// </summary>
internal static unsafe partial class WorkerLimits
{
    // <sys/resource.h> and <linux/prctl.h>; the numbers are the same on x64 and arm64.
    private const int FileSize = 1, Data = 2, Core = 4, OpenFiles = 7, NoNewPrivileges = 38;

    // <signal.h>.
    private const int FileSizeExceeded = 25, Ignore = 1;

    /// <summary>
    /// RLIMIT_DATA bounds memory; RLIMIT_AS cannot, because .NET's collector reserves hundreds of gigabytes of addresses.
    /// No PR_SET_PDEATHSIG: it is tied to the thread that started the process, and a pool thread that is no longer needed would
    /// take the worker with it. <see cref="IsOrphan"/> does that job.
    /// </summary>
    public static void Apply(long memoryBytes)
    {
        if (!OperatingSystem.IsLinux()) return;
        Set(Core, 0);
        Set(FileSize, 0);
        // Writing then fails instead of ending the process: Orc, with which Debian's libvips reduces pictures, first tries to
        // keep the code that it generates in a file, and does without one when it cannot.
        if (signal(FileSizeExceeded, Ignore) == -1) throw new InvalidOperationException("SIGXFSZ cannot be ignored.");
        Set(Data, (ulong)memoryBytes);
        Set(OpenFiles, 64);
        if (prctl(NoNewPrivileges, 1, 0, 0, 0) != 0) throw new InvalidOperationException("PR_SET_NO_NEW_PRIVS was refused.");
    }

    /// <summary>The application that started this worker, or 0 where that cannot be told.</summary>
    public static int Parent() => OperatingSystem.IsWindows() ? 0 : getppid();

    /// <summary>Whether the application died while this worker was busy; an idle one notices by the end of its input.</summary>
    public static bool IsOrphan(int parent) => parent != 0 && getppid() != parent;

    private static void Set(int resource, ulong value)
    {
        var limit = new Limit { Soft = value, Hard = value };
        if (setrlimit(resource, &limit) != 0)
            throw new InvalidOperationException($"setrlimit {resource} was refused: {Marshal.GetLastPInvokeErrorMessage()}.");
    }

    [LibraryImport("libc", SetLastError = true)]
    private static partial int setrlimit(int resource, Limit* limit);

    [LibraryImport("libc")]
    private static partial nint signal(int number, nint handler);

    [LibraryImport("libc")]
    private static partial int prctl(int option, nint a, nint b, nint c, nint d);

    [LibraryImport("libc")]
    private static partial int getppid();

    [StructLayout(LayoutKind.Sequential)]
    private struct Limit
    {
        public ulong Soft, Hard;
    }
}
