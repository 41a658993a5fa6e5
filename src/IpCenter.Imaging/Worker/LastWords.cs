using System.Diagnostics;

namespace IpCenter.Imaging.Worker;

/// <summary>Reads a process' error stream, so that it never blocks on it, and keeps the end of it for the log.</summary>
internal sealed class LastWords
{
    private const int Kept = 8;
    private readonly Queue<string> _lines = new(Kept);

    public LastWords(Process process)
    {
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginErrorReadLine();
    }

    public override string ToString()
    {
        lock (_lines) return string.Join(" | ", _lines);
    }

    private void Keep(string? line)
    {
        if (string.IsNullOrWhiteSpace(line)) return;
        lock (_lines)
        {
            if (_lines.Count == Kept) _lines.Dequeue();
            _lines.Enqueue(line.Length <= 300 ? line : line[..300]);
        }
    }
}
