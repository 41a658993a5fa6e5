using System.Diagnostics;
using System.Globalization;
using IpCenter.CrashHost;
using IpCenter.Testing;

namespace IpCenter.Casework.Tests.Durability;

/// <summary>A running <c>IpCenter.CrashHost</c>. It ends with its input, so it outlives neither this object nor the tests.</summary>
internal sealed class CrashProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly Process _process;
    private readonly Task<string> _complaints;
    private readonly CancellationTokenSource _patience = new(Patience);
    private bool _isOver;

    private CrashProcess(Process process)
    {
        _process = process;
        _complaints = process.StandardError.ReadToEndAsync();
    }

    public static CrashProcess Start(string file, DateTimeOffset origin, TimeSpan offset, int seed, string mode)
    {
        string[] arguments =
        [
            Program(), file, Number(origin.ToUnixTimeMilliseconds()), Number((long)offset.TotalMilliseconds), Number(seed), mode
        ];
        return new CrashProcess(Process.Start(new ProcessStartInfo("dotnet", arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            // It lives for a second: neither collecting garbage nor compiling twice pays.
            Environment = { ["DOTNET_GCgen0size"] = "0x6000000", ["DOTNET_TC_CallCountingDelayMs"] = "60000" },
        })!);
    }

    /// <summary>Lets it begin.</summary>
    public async Task GoAsync()
    {
        await _process.StandardInput.WriteLineAsync("go");
        await _process.StandardInput.FlushAsync();
    }

    /// <summary>Waits until it could begin.</summary>
    public async Task ReadyAsync()
    {
        if (await NextAsync() is not "ready")
            Assert.Fail(await _complaints);
    }

    /// <summary>The next whole line without its last word; null when there is no more.</summary>
    public async Task<string?> NextAsync()
    {
        var line = await _process.StandardOutput.ReadLineAsync(_patience.Token);
        return line is not null && line.EndsWith($" {Acknowledgements.End}", StringComparison.Ordinal) ? line[..^2] : null;
    }

    /// <summary>As a power cut does: nothing is told, nothing is finished. Fails when it had ended by itself.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        // 128 + 9: the signal. Any other code is an exception of its own, and its words are told.
        Assert.True(_process.ExitCode == 137, $"It ended by itself with {_process.ExitCode}: {await _complaints}");
    }

    /// <summary>Waits until it has ended by itself, and demands that it did so in order.</summary>
    public async Task EndAsync()
    {
        await _process.WaitForExitAsync(_patience.Token);
        Assert.True(_process.ExitCode == 0, $"It ended with {_process.ExitCode}: {await _complaints}");
    }

    public async ValueTask DisposeAsync()
    {
        if (_isOver)
            return;
        _isOver = true;
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _patience.Dispose();
    }

    // The copy that is compiled ahead of its start is there only where the compiler for it is.
    private static string Program()
    {
        var here = typeof(ProcessFile).Assembly.Location;
        var ahead = Repository.PathTo($"artifacts/bin/IpCenter.CrashHost/{new DirectoryInfo(AppContext.BaseDirectory).Name}/ahead/{Path.GetFileName(here)}");
        return File.Exists(ahead) ? ahead : here;
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
