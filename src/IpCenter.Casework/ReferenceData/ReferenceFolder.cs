using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace IpCenter.Casework.ReferenceData;

/// <summary>Reads the files below one folder strictly and collects every problem on the way.</summary>
internal sealed class ReferenceFolder(string root)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerOptions.Strict)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly JsonDocumentOptions Syntax = new() { AllowDuplicateProperties = false };

    private readonly List<ReferenceProblem> _problems = [];

    public IReadOnlyList<ReferenceProblem> Problems => _problems;

    public void Report(string file, IEnumerable<Fault> faults) =>
        _problems.AddRange(faults.Select(fault => new ReferenceProblem(file, fault.Path, fault.Reason)));

    /// <summary>The file as a <typeparamref name="T"/>, or null when it has a problem (which is then recorded).</summary>
    public T? Read<T>(string file)
        where T : class
    {
        if (Parse(file) is not { } content)
            return null;
        // Editors look for it; it says nothing about the data.
        content.Remove("$schema");
        var faults = ShapeCheck.Compare(content, typeof(T), "$", Options).ToList();
        Report(file, faults);
        return faults.Count == 0 ? content.Deserialize<T>(Options) : null;
    }

    /// <summary>Every file of a folder with this ending, in name order; an empty folder is a problem.</summary>
    public IReadOnlyList<string> Files(string folder, string pattern)
    {
        var path = Path.Combine(root, folder);
        var files = Directory.Exists(path)
            ? Directory.GetFiles(path, pattern).Select(file => $"{folder}/{Path.GetFileName(file)}").Order(StringComparer.Ordinal).ToList()
            : [];
        if (files.Count == 0)
            Report(folder, [new Fault("$", $"No file {pattern} was found.")]);
        return files;
    }

    public string[] Lines(string file) => File.ReadAllLines(Path.Combine(root, file));

    private JsonObject? Parse(string file)
    {
        try
        {
            var node = JsonNode.Parse(File.ReadAllText(Path.Combine(root, file)), documentOptions: Syntax);
            if (node is JsonObject content)
                return content;
            Report(file, [new Fault("$", "The file must hold a JSON object.")]);
        }
        catch (JsonException syntax)
        {
            Report(file, [new Fault(syntax.Path ?? "$", $"Line {syntax.LineNumber + 1}: {syntax.Message}")]);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            Report(file, [new Fault("$", $"The file cannot be read: {unreadable.Message}")]);
        }

        return null;
    }
}
