using System.Data.Common;
using System.Globalization;
using System.Runtime.InteropServices;
using IpCenter.Casework;
using IpCenter.Casework.SimilarDesigns;
using IpCenter.Casework.Storage;
using IpCenter.Search;
using Microsoft.Extensions.Options;

namespace IpCenter.Web.Hosting;

/// <summary>Checks the search index of this installation from the command line, and builds it again.</summary>
public static class IndexCommands
{
    private const int Good = 0, Bad = 1, Unusable = 2;

    /// <summary>Runs the command that the arguments name, and gives its exit status; <c>null</c> when they name none of these.</summary>
    public static async Task<int?> TryRunAsync(string[] args, TextWriter output, TextWriter errors, CancellationToken ct)
    {
        if (args is not [("verify-index" or "reindex") and var command, .. var options])
            return null;
        if (options is ["--help" or "-h"])
            return Usage(output, Good);
        var settings = options.Where(option => option != "--force" || command != "reindex").ToArray();
        if (settings.Any(setting => !setting.StartsWith("--", StringComparison.Ordinal) || !setting.Contains('=', StringComparison.Ordinal)))
            return Usage(errors, Unusable);
        try
        {
            await using var app = Build(settings);
            var storage = app.Services.GetRequiredService<IOptions<StorageOptions>>().Value;
            if (!File.Exists(storage.DatabaseFile))
            {
                errors.WriteLine($"There is no database {storage.DatabaseFile}: Storage:Root must be the folder that the application uses.");
                return Unusable;
            }
            return command == "reindex"
                ? await ReindexAsync(app.Services, options.Length > settings.Length, output, errors, ct)
                : await VerifyAsync(app.Services, storage.IndexFolder, output, errors, ct);
        }
        catch (Exception e) when (e is IndexInUseException)
        {
            errors.WriteLine(e.Message);
            errors.WriteLine("If that is the running application, let it build the index again: as an administrator, on the page /admin.");
            return Unusable;
        }
        catch (Exception e) when (e is DbException or CaseworkSourcesException or OptionsValidationException)
        {
            errors.WriteLine(e.Message);
            return Unusable;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            errors.WriteLine($"{e.Message} The index before stays in use.");
            return Bad;
        }
        catch (OperationCanceledException)
        {
            errors.WriteLine("Ended before it was done. The index before stays in use.");
            return Bad;
        }
    }

    /// <summary>The same, ended in order by Ctrl+C or a request of the system.</summary>
    public static async Task<int?> TryRunAsync(string[] args, TextWriter output, TextWriter errors)
    {
        using var ending = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, End);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, End);
        return await TryRunAsync(args, output, errors, ending.Token);

        void End(PosixSignalContext signal)
        {
            signal.Cancel = true;
            ending.Cancel();
        }
    }

    private static async Task<int> VerifyAsync(IServiceProvider services, string folder, TextWriter output, TextWriter errors, CancellationToken ct)
    {
        var found = IndexInspection.Read(folder, cancellation: ct);
        // Read after the index: a running application only brings the index nearer to it.
        var end = await services.GetRequiredService<IndexFeed>().EndAsync(ct);
        if (found.Generation is null)
        {
            errors.WriteLine($"There is no index in {folder}. The application builds it when it starts.");
            return Bad;
        }
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{found.Generation}: {found.Documents} documents in {found.Segments} files, {found.Bytes / 1e6:F1} MB, at position {found.Position} of {end} of the change feed."));
        var problems = found.Problems.ToList();
        if (found.Position > end)
            problems.Add($"manifest.json: position {found.Position} is behind the end of the change feed, {end}: the database is older than the index, from a backup perhaps");
        foreach (var problem in problems)
            errors.WriteLine(problem);
        if (problems.Count > 0)
        {
            errors.WriteLine($"Problems: {problems.Count}. The index is derived, no data is lost: 'reindex' builds it again.");
            return Bad;
        }
        output.WriteLine(found.Position < end ? $"It is sound; {end - found.Position} changes are still to come." : "It is sound and up to date.");
        return Good;
    }

    private static async Task<int> ReindexAsync(IServiceProvider services, bool always, TextWriter output, TextWriter errors, CancellationToken ct)
    {
        var (index, folder) = (services.GetRequiredService<DesignIndex>(), services.GetRequiredService<IOptions<StorageOptions>>().Value.IndexFolder);
        // The lock first: what a running application has is not looked at.
        var sound = Directory.Exists(folder) ? IndexInspection.Read(folder, cancellation: ct) : null;
        var documents = index.Index.Count;
        var end = await services.GetRequiredService<IndexFeed>().EndAsync(ct);
        if (!always && sound is { Generation: not null, Problems.Count: 0 } && sound.Position == end)
        {
            output.WriteLine($"The index is sound and up to date, {documents} documents. 'reindex --force' builds it again all the same.");
            return Good;
        }
        await index.RebuildAsync(new ProgressLines(output, services.GetRequiredService<TimeProvider>()), ct);
        output.WriteLine($"The index was built again: {index.Index.Count} documents, at position {index.Index.Position} of the change feed.");
        return Good;
    }

    private static WebApplication Build(string[] settings)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = settings, ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders();
        // Of the services only those of the index are used; the pages' are not there.
        builder.Host.UseDefaultServiceProvider(options => (options.ValidateOnBuild, options.ValidateScopes) = (false, true));
        builder.AddStorage();
        builder.AddCentre();
        return builder.Build();
    }

    private static int Usage(TextWriter writer, int status)
    {
        writer.WriteLine("""
            verify-index [--Storage:Root=FOLDER]
                reads every file of the search index and compares checksums, counts and the position in the change feed of the database;
                tells each problem with file and place. The application may be running. Status 0: sound, 1: not, 2: it could not be read
            reindex [--force] [--Storage:Root=FOLDER]
                builds the index again beside the one that is there and puts it in its place; one that is sound and up to date only with
                --force. The application must not be running. Ended with Ctrl+C, it leaves the index as it was. Status 0: done, 1: not,
                2: it could not be begun
            """);
        return status;
    }
}
