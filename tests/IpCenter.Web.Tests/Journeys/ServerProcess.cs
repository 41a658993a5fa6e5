using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using IpCenter.Testing;

namespace IpCenter.Web.Tests.Journeys;

/// <summary>The application as a process of its own, which a test can kill without warning and start again on the same files.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly string _storage;
    private readonly List<string> _output = [];
    private Process? _process;

    public ServerProcess(string storage)
    {
        _storage = storage;
        // The same port after every start, so that the browser's page stays the same page.
        using var socket = new TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        Address = $"http://127.0.0.1:{((IPEndPoint)socket.LocalEndpoint).Port}";
    }

    public string Address { get; }

    public async Task StartAsync()
    {
        _process = Process.Start(new ProcessStartInfo("dotnet", [Assembly(), "--urls", Address])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Development",
                ["Storage__Root"] = _storage,
                ["Logging__LogLevel__Default"] = "Warning",
                ["RateLimits__SignInsPerMinute"] = "1000",
            },
        })!;
        _process.OutputDataReceived += (_, line) => Keep(line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        await UntilReadyAsync(_process);
    }

    /// <summary>As a power cut does: nothing is told, nothing is finished.</summary>
    public async Task KillAsync()
    {
        if (_process is not { } process)
            return;
        _process = null;
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    public async ValueTask DisposeAsync() => await KillAsync();

    private async Task UntilReadyAsync(Process process)
    {
        using var client = new HttpClient();
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            Assert.False(process.HasExited, string.Join(Environment.NewLine, Output()));
            try
            {
                using var answer = await client.GetAsync($"{Address}/health/ready", patience.Token);
                if (answer.IsSuccessStatusCode)
                    return;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }
            await Task.Delay(100, patience.Token);
        }
    }

    /// <summary>The application's own folder, built in the same way as these tests.</summary>
    private static string Assembly() =>
        Repository.PathTo($"artifacts/bin/IpCenter.Web/{new DirectoryInfo(AppContext.BaseDirectory).Name}/IpCenter.Web.dll");

    private void Keep(string? line)
    {
        if (line is null)
            return;
        lock (_output)
            _output.Add(line);
    }

    private List<string> Output()
    {
        lock (_output)
            return [.. _output];
    }
}
