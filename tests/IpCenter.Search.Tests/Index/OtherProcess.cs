using System.Diagnostics;

namespace IpCenter.Search.Tests.Index;

/// <summary>This assembly as a process of its own (<see cref="Program"/>). It ends with its input, so that it does not outlive the tests.</summary>
internal sealed class OtherProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process _process;

    private OtherProcess(Process process) => _process = process;

    public int Id => _process.Id;

    public static OtherProcess Start(params string[] arguments) => new(Process.Start(
        new ProcessStartInfo("dotnet", ["exec", typeof(OtherProcess).Assembly.Location, .. arguments]) { RedirectStandardInput = true, RedirectStandardOutput = true })!);

    /// <summary>The next line that it says; <c>null</c> when it has ended.</summary>
    public async Task<string?> NextAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        return await _process.StandardOutput.ReadLineAsync(patience.Token);
    }

    /// <summary>As a power cut does.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            Kill();
        _process.Dispose();
    }
}
