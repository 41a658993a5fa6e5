using IpCenter.Casework.Processes;
using IpCenter.Workflow.Definitions;

namespace IpCenter.Web.Hosting;

/// <summary>What the program does from the command line instead of serving pages.</summary>
public static class Commands
{
    private const int Good = 0;
    private const int Bad = 1;
    private const int Unusable = 2;

    /// <summary>Runs the command that the arguments name, and gives its exit status; <c>null</c> when they name none.</summary>
    public static int? TryRun(string[] args, TextWriter output, TextWriter errors) => args switch
    {
        ["check-workflows"] => CheckWorkflows(ReferenceFolders.Find(AppContext.BaseDirectory, "workflows"), output, errors),
        ["check-workflows", "--help" or "-h"] => Usage(output),
        ["check-workflows", var place] => CheckWorkflows(place, output, errors),
        ["check-workflows", ..] => Usage(errors),
        ["workflow-schema"] => WriteSchema(output),
        _ => null,
    };

    /// <summary>Reads definitions as the application does at its start, and tells every reason why one is refused.</summary>
    /// <param name="place">A folder, read with all that lies below it, or one file.</param>
    private static int CheckWorkflows(string place, TextWriter output, TextWriter errors)
    {
        var rules = new CatalogRules(SystemTasks.Names);
        CatalogReading reading;
        if (Directory.Exists(place))
            reading = WorkflowCatalog.Load(place, rules);
        else if (File.Exists(place))
            reading = WorkflowCatalog.Read([KeyValuePair.Create(Path.GetFileName(place), File.ReadAllText(place))], rules);
        else
        {
            errors.WriteLine($"There is no folder and no file '{place}'.");
            return Unusable;
        }
        foreach (var problem in reading.Problems)
            errors.WriteLine(problem);
        if (!reading.IsValid)
        {
            errors.WriteLine($"{reading.Problems.Count} problems in {reading.Problems.Select(p => p.File).Distinct().Count()} files.");
            return Bad;
        }
        foreach (var definition in reading.Catalog.Definitions)
            output.WriteLine(
                $"{definition.Identity.File}: {definition.DefinitionId} version {definition.Version}{(definition.IsPublished ? ", published" : "")}, "
                + $"{definition.Activities.Count} activities");
        if (reading.Catalog.Definitions.Count > 0)
            return Good;
        errors.WriteLine($"There is no definition in '{place}'.");
        return Bad;
    }

    private static int WriteSchema(TextWriter output)
    {
        output.Write(DefinitionSchema.ToJson());
        return Good;
    }

    private static int Usage(TextWriter writer)
    {
        writer.WriteLine("""
            check-workflows [FOLDER | FILE]
                reads workflow definitions as the application does at its start; tells all reasons why they are refused, with file,
                place and activity. Without a place: the workflows/ of this installation. Status 0: all are good, 1: not, 2: no such place
            workflow-schema
                writes the JSON schema of the definitions
            verify-index, reindex
                check the search index and build it again; --help tells more
            """);
        return Unusable;
    }
}
