using System.Globalization;
using IpCenter.Casework.Imports;
using IpCenter.Casework.Results;
using IpCenter.Web.Languages;
using Microsoft.Extensions.Localization;

namespace IpCenter.Web.Pages.Imports;

/// <summary>Says what became of an import and its rows, in the language of the request or of the command.</summary>
public sealed class ImportWords(IStringLocalizer<Resources.Imports> texts, Words words)
{
    /// <summary>A problem with its column and the text that is meant.</summary>
    public string Of(ImportProblem problem)
    {
        var why = problem.Code.StartsWith("image.", StringComparison.Ordinal)
            ? words.Violation(new RuleViolation(problem.Code, null, [.. problem.Arguments]))
            : texts[$"problem.{problem.Code}", [.. problem.Arguments]].Value;
        return problem.Column is not { } column ? why
            : string.IsNullOrEmpty(problem.Value) ? texts["problem.column", NameOf(column), why]
            : texts["problem.value", NameOf(column), problem.Value, why];
    }

    public string NameOf(ImportColumn column) => ImportColumns.NameOf(column).Here();

    public string Of(ImportNote note) => texts[$"note.{note.Code}", [.. note.Arguments]];

    /// <summary>A row's reasons with the line on which it stands, for a table that goes back.</summary>
    public string Of(ReportedRow row) => texts["line.text", row.Line, string.Join(' ', row.Problems.Select(Of))];

    public string Counts(DesignImport import) => texts["counts", import.Added, import.Changed, import.Unchanged, import.Refused];

    public string Separator(DesignImport import) => texts[$"separator.{import.Separator switch { ";" => "semicolon", "\t" => "tab", _ => "comma" }}"];

    /// <summary>Rows a second, by the time worked; <c>null</c> before the first save.</summary>
    public static string? Rate(DesignImport import) => Pace(import) is { } pace ? pace.ToString(pace < 10 ? "0.0" : "0", CultureInfo.InvariantCulture) : null;

    /// <summary>The time that the rest takes at the pace so far.</summary>
    public static string? Left(DesignImport import) =>
        Pace(import) is { } pace ? DateText.Duration(TimeSpan.FromSeconds(Math.Ceiling((import.Rows - import.RowsDone) / pace / 5) * 5)) : null;

    private static double? Pace(DesignImport import) =>
        import is { WorkedMilliseconds: > 0, RowsDone: > 0 } ? import.RowsDone * 1000.0 / import.WorkedMilliseconds : null;
}
