using System.Diagnostics;
using System.Runtime.InteropServices;

namespace IpCenter.Imaging.Tests.Files;

/// <summary>Makes a process hang or die, as a decoder's defect would. For Linux and macOS.</summary>
internal static partial class Signals
{
    private const int Kill = 9;

    private static int StopNumber => OperatingSystem.IsLinux() ? 19 : 17;

    private static int ContinueNumber => OperatingSystem.IsLinux() ? 18 : 19;

    /// <summary>The process stays and does nothing more.</summary>
    public static void Stop(int process) => Assert.Equal(0, kill(process, StopNumber));

    public static void Continue(int process) => Assert.Equal(0, kill(process, ContinueNumber));

    public static void End(int process) => Assert.Equal(0, kill(process, Kill));

    /// <summary>Whether it runs, or hangs; one that was ended and read is gone.</summary>
    public static bool IsThere(int process)
    {
        try
        {
            using var found = Process.GetProcessById(process);
            return !found.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    [LibraryImport("libc")]
    private static partial int kill(int process, int signal);
}
