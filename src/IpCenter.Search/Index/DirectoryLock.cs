using System.Globalization;

namespace IpCenter.Search.Index;

/// <summary>
/// The right to write in an index directory: a file held open under an advisory lock of the operating system, which ends with the
/// process however it ends. Who holds it stands in a file beside, because a locked file cannot be read everywhere.
/// </summary>
internal sealed class DirectoryLock : IDisposable
{
    /// <summary>Files in the directory that belong to the lock.</summary>
    public const string LockName = "lock", HolderName = "lock.holder";

    /// <summary>What the system says when somebody else has the lock: EAGAIN of Linux and of macOS, ERROR_SHARING_VIOLATION of Windows.</summary>
    private const int LinuxLocked = 11, MacLocked = 35, WindowsLocked = 32;

    private readonly FileStream _file;

    private DirectoryLock(FileStream file) => _file = file;

    /// <exception cref="IndexInUseException">Another process, or another index of this one, holds it.</exception>
    public static DirectoryLock Take(string directory)
    {
        FileStream file;
        try
        {
            file = new FileStream(Path.Combine(directory, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e) when ((e.HResult & 0xFFFF) is LinuxLocked or MacLocked or WindowsLocked)
        {
            var holder = Path.Combine(directory, HolderName);
            throw new IndexInUseException(directory, ProcessIn(holder), File.Exists(holder) ? File.GetLastWriteTimeUtc(holder) : null);
        }
        try
        {
            File.WriteAllText(Path.Combine(directory, HolderName), Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
        }
        catch (IOException)
        {
            // The disk is full: the lock holds all the same, only its holder cannot be named.
        }
        return new DirectoryLock(file);
    }

    /// <summary>Lets the next one in. The file stays: removing it could remove the one that the next process has locked meanwhile.</summary>
    public void Dispose() => _file.Dispose();

    private static int? ProcessIn(string holder)
    {
        try
        {
            return int.TryParse(File.ReadAllText(holder), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
