using System.Globalization;
using IpCenter.Imaging.Libvips;

namespace IpCenter.Imaging.Worker;

/// <summary>The worker process: says what it found, then answers one image after the other until its input ends.</summary>
internal static class WorkerLoop
{
    /// <summary>The first argument; a person who starts the file by hand does not give it.</summary>
    public const string Argument = "decode";

    private static readonly TimeSpan OrphanCheck = TimeSpan.FromSeconds(2);

    public static async Task<int> RunAsync(string[] arguments)
    {
        if (arguments is not [Argument, var memory] || !long.TryParse(memory, CultureInfo.InvariantCulture, out var memoryBytes))
        {
            await Console.Error.WriteLineAsync("This is the decoding worker of IpCenter.Imaging. The application starts it.");
            return 64;
        }

        WorkerLimits.Apply(memoryBytes);
        var parent = WorkerLimits.Parent();
        await using var orphanCheck = new Timer(_ => ExitWhenOrphan(parent), null, OrphanCheck, OrphanCheck);
        await using var input = Console.OpenStandardInput();
        await using var output = Console.OpenStandardOutput();

        var library = VipsLibrary.Load(Environment.GetEnvironmentVariable(VipsLibrary.PathVariable), out var tried);
        await WorkerHello.ToFrame(Status(library, tried)).WriteAsync(output, CancellationToken.None);

        while (await Frame.ReadAsync(input, CancellationToken.None) is { } frame)
        {
            var reply = library is null
                ? WorkerReply.Rejected(new(ImageRejectionReason.Unavailable, $"Tried {tried}."))
                : ImageWork.Answer(WorkerRequest.Of(frame));
            await reply.ToFrame(frame.Number).WriteAsync(output, CancellationToken.None);
        }

        return 0;
    }

    private static ImagingStatus Status(VipsLibrary? library, string tried) => library is null
        ? new(false, null, null, [],
            $"libvips was not found (tried {tried}). Build where Node.js is installed, or install it: Debian and Ubuntu "
            + "apt-get install --no-install-recommends libvips42; macOS brew install vips; or name the file in "
            + $"{VipsLibrary.PathVariable}.")
        : new(true, library.Path, VipsLibrary.Version, FormatTrial.Run(), null);

    private static void ExitWhenOrphan(int parent)
    {
        if (WorkerLimits.IsOrphan(parent)) Environment.Exit(0);
    }
}
