using System.Globalization;
using IpCenter.Casework.Audit;
using IpCenter.Casework.Data;
using IpCenter.Casework.Imports;
using IpCenter.Casework.People;
using IpCenter.Imaging;
using IpCenter.Web.Languages;
using IpCenter.Web.Pages.Imports;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace IpCenter.Web.Hosting;

/// <summary>Imports and exports of the register from the command line, on the same storage folder as the server.</summary>
public static class ImportCommands
{
    private const int Good = 0;
    private const int Bad = 1;
    private const int Unusable = 2;

    private static readonly TimeSpan TellPace = TimeSpan.FromSeconds(2);

    /// <summary>Runs the command that the arguments name, and gives its exit status; <c>null</c> when they name none.</summary>
    public static async Task<int?> TryRunAsync(string[] args, TextWriter output, TextWriter errors)
    {
        if (args is not ["import-designs" or "export-designs", ..])
            return null;
        if (ImportArguments.Read(args) is not { } asked)
            return Usage(args[1..] is ["--help" or "-h"] ? output : errors);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(asked.Language);
        using var stop = new CancellationTokenSource();
        void Interrupt(object? sender, ConsoleCancelEventArgs e)
        {
            e.Cancel = true;
            stop.Cancel();
        }
        Console.CancelKeyPress += Interrupt;
        try
        {
            await using var app = Build(asked.Settings);
            await app.Services.GetRequiredService<DatabaseMigration>().RunAsync(stop.Token);
            return asked.IsExport
                ? await ExportAsync(app.Services, asked, output, errors, stop.Token)
                : await ImportAsync(app.Services, asked, output, errors, stop.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The import waits where it stands: the same command, or the server, goes on with it.
            return Bad;
        }
        finally
        {
            Console.CancelKeyPress -= Interrupt;
        }
    }

    private static WebApplication Build(string[] settings)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = settings, ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddFilter("Microsoft", LogLevel.Warning);
        builder.CheckServiceGraph();
        builder.AddStorage();
        builder.AddCentre();
        builder.AddLanguages();
        builder.AddImportWords();
        // Nobody is served by this process: all cores read pictures.
        builder.Services.AddSingleton(_ => new ImageReader(new ImageReaderOptions { Workers = Math.Max(1, Environment.ProcessorCount) }, TimeProvider.System));
        return builder.Build();
    }

    private static async Task<int> ImportAsync(IServiceProvider services, ImportArguments asked, TextWriter output, TextWriter errors, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var (words, texts) = (scope.ServiceProvider.GetRequiredService<ImportWords>(), scope.ServiceProvider.GetRequiredService<IStringLocalizer<Resources.Imports>>());
        var db = scope.ServiceProvider.GetRequiredService<CaseworkDbContext>();
        if (await ActorAsync(db, asked, ct) is not { } actor)
        {
            errors.WriteLine(NoAdministrator(asked));
            return Unusable;
        }
        if (!File.Exists(asked.File))
        {
            errors.WriteLine($"There is no file '{asked.File}'.");
            return Unusable;
        }
        var started = await scope.ServiceProvider.GetRequiredService<StartImport>()
            .ExecuteAsync(Guid.CreateVersion7(actor.At), asked.Source, asked.IsRehearsal, actor, ct);
        if (!started.Succeeded)
        {
            foreach (var violation in started.Violations)
                errors.WriteLine(scope.ServiceProvider.GetRequiredService<Words>().Violation(violation));
            return Unusable;
        }
        await db.SaveChangesAsync(ct);
        var import = started.Value;
        output.WriteLine(texts["cmd.table", import.FileName, import.Rows, import.Encoding, words.Separator(import)]);
        foreach (var note in import.Notes)
            output.WriteLine(words.Of(note));
        await RunAsync(services, import.Id, output, texts, ct);
        return await TellResultAsync(scope.ServiceProvider, import.Id, words, texts, output, errors, ct);
    }

    /// <summary>Runs it; where another process holds it, follows that one, and takes over if it has died.</summary>
    private static async Task RunAsync(IServiceProvider services, Guid id, TextWriter output, IStringLocalizer<Resources.Imports> texts, CancellationToken ct)
    {
        var runner = services.GetRequiredService<ImportRunner>();
        var tell = Teller(output, texts);
        for (var waits = 0; !await runner.RunAsync(id, tell, ct); waits++)
        {
            await using var scope = services.CreateAsyncScope();
            var import = await scope.ServiceProvider.GetRequiredService<CaseworkDbContext>().DesignImports.AsNoTracking().SingleAsync(i => i.Id == id, ct);
            if (!import.IsAtWork)
                return;
            if (waits == 0)
                output.WriteLine(texts["cmd.busy"]);
            tell(import);
            await Task.Delay(TellPace, ct);
        }
    }

    /// <summary>A line every few seconds, not for every save.</summary>
    private static Action<DesignImport> Teller(TextWriter output, IStringLocalizer<Resources.Imports> texts)
    {
        var last = TimeProvider.System.GetTimestamp();
        return import =>
        {
            if (TimeProvider.System.GetElapsedTime(last) < TellPace)
                return;
            last = TimeProvider.System.GetTimestamp();
            output.WriteLine(texts["cmd.progress", import.RowsDone, import.Rows, import.Refused, import.Pictures, ImportWords.Rate(import) ?? "?", ImportWords.Left(import) ?? "?"]);
        };
    }

    private static async Task<int> TellResultAsync(
        IServiceProvider services, Guid id, ImportWords words, IStringLocalizer<Resources.Imports> texts, TextWriter output, TextWriter errors, CancellationToken ct)
    {
        const int Page = 200;
        var import = await services.GetRequiredService<CaseworkDbContext>().DesignImports.AsNoTracking().SingleAsync(i => i.Id == id, ct);
        var rows = services.GetRequiredService<RefusedRows>();
        for (var page = 1; ; page++)
        {
            var (told, _) = await rows.ReadAsync(id, page, Page, ct);
            foreach (var row in told)
                errors.WriteLine($"{texts[$"outcome.{row.Outcome}"]}: {words.Of(row)}");
            if (told.Count < Page)
                break;
        }
        output.WriteLine(texts["cmd.done", texts[$"state.{import.State}"], import.Added, import.Changed, import.Unchanged, import.Refused, import.Pictures]);
        if (import.IsRehearsal)
            output.WriteLine(texts["would"]);
        if (import.State == ImportState.Stopped)
            errors.WriteLine(texts[$"stopped.{import.StopReason ?? "person"}"]);
        return import is { State: ImportState.Finished, Refused: 0 } ? Good : Bad;
    }

    private static async Task<int> ExportAsync(IServiceProvider services, ImportArguments asked, TextWriter output, TextWriter errors, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var export = scope.ServiceProvider.GetRequiredService<ExportDesigns>();
        var db = scope.ServiceProvider.GetRequiredService<CaseworkDbContext>();
        if (await ActorAsync(db, asked, ct) is not { } actor)
        {
            errors.WriteLine(NoAdministrator(asked));
            return Unusable;
        }
        if (!Directory.Exists(Path.GetDirectoryName(asked.File)) || Directory.Exists(asked.File))
        {
            errors.WriteLine($"'{asked.File}' is no file that can be written.");
            return Unusable;
        }
        export.Record(actor, asked.WithPictures);
        await db.SaveChangesAsync(ct);
        // Written beside and put in its place when it is whole: an export before stays until then, and half a one is never read.
        var part = $"{asked.File}.part";
        int count;
        try
        {
            await using (var file = File.Create(part))
                count = asked.WithPictures
                    ? await export.WriteArchiveAsync(file, Language.IsEnglish, ct)
                    : await export.WriteTableAsync(file, Language.IsEnglish, ct);
            File.Move(part, asked.File, overwrite: true);
        }
        finally
        {
            File.Delete(part);
        }
        output.WriteLine(scope.ServiceProvider.GetRequiredService<IStringLocalizer<Resources.Imports>>()["cmd.exported", count, asked.File]);
        return Good;
    }

    private static string NoAdministrator(ImportArguments asked) => $"There is no administrator '{asked.UserName}'.";

    /// <summary>Who is at the machine: an administrator by name, else the account of the system.</summary>
    private static async Task<Actor?> ActorAsync(CaseworkDbContext db, ImportArguments asked, CancellationToken ct)
    {
        var now = TimeProvider.System.GetUtcNow();
        if (asked.UserName is not { } name)
            return new Actor(null, $"{Environment.UserName} (command line)", now);
        var person = await (
            from user in db.Users.AsNoTracking()
            join link in db.UserRoles on user.Id equals link.UserId
            join role in db.Roles on link.RoleId equals role.Id
            where user.UserName == name && role.Name == Roles.Admin
            select user).SingleOrDefaultAsync(ct);
        return person is null ? null : new Actor(person.Id, person.DisplayName, now);
    }

    private static int Usage(TextWriter writer)
    {
        writer.WriteLine("""
            import-designs CSV | ZIP [--pictures FOLDER | ZIP] [--dry-run] [--as USER] [--language zh-CN | en]
                reads prior designs into the register (docs/import.md). Killed or interrupted, the same command goes on where it was.
                Status 0: all rows were taken, 1: some were refused, or it was stopped, 2: the files cannot be used
            export-designs FILE [--pictures] [--as USER] [--language zh-CN | en]
                writes the published designs as a table that an import reads again; with pictures as a ZIP
            Both take the settings of the server, such as --Storage:Root FOLDER.
            """);
        return Unusable;
    }
}
