using System.Text.Json;

namespace IpCenter.Workflow.Definitions;

/// <summary>A JSON element that knows where it stands and reports what is wrong with it. A missing member reads as JSON null.</summary>
internal readonly record struct JsonPlace(JsonElement Element, string Path, string? ActivityId, ProblemReport Report)
{
    private static readonly JsonElement Null = JsonDocument.Parse("null").RootElement;

    public bool IsNull => Element.ValueKind == JsonValueKind.Null;

    public bool IsObject => Element.ValueKind == JsonValueKind.Object;

    public void Refuse(string reason) => Report.Add(ActivityId, Path, reason);

    public JsonPlace this[string member] => this with
    {
        Element = IsObject && Element.TryGetProperty(member, out var value) ? value : Null,
        Path = $"{Path}.{member}"
    };

    /// <summary>The items of an array; null is an empty one, anything else a problem.</summary>
    public IEnumerable<JsonPlace> Items()
    {
        if (IsNull)
            return [];
        if (Element.ValueKind != JsonValueKind.Array)
        {
            Refuse("an array is needed");
            return [];
        }
        var place = this;
        return Element.EnumerateArray().Select((item, i) => place with { Element = item, Path = $"{place.Path}[{i}]" });
    }

    /// <summary>The text, or null without a word when there is none.</summary>
    public string? TextOrNull() => Element.ValueKind == JsonValueKind.String ? Element.GetString() : null;

    /// <summary>The text; none is a problem, and reads as "".</summary>
    public string Text()
    {
        if (TextOrNull() is { } text && !string.IsNullOrWhiteSpace(text))
            return text;
        Refuse("text is needed");
        return "";
    }

    public int WholeNumber()
    {
        if (Element.ValueKind == JsonValueKind.Number && Element.TryGetInt32(out var number))
            return number;
        Refuse("a whole number is needed");
        return 0;
    }

    public double NumberOr(double otherwise) => Element.ValueKind == JsonValueKind.Number ? Element.GetDouble() : otherwise;

    public bool IsTrue => Element.ValueKind == JsonValueKind.True;

    /// <summary>Members with values that nobody reads are misspelt ones more often than not: Elsa would pass over them in silence.</summary>
    public void RefuseUnknown(IReadOnlySet<string> known)
    {
        if (!IsObject)
            return;
        foreach (var member in Element.EnumerateObject())
            if (!known.Contains(member.Name) && member.Value.ValueKind != JsonValueKind.Null)
                this[member.Name].Refuse("this property is not known here; letter case matters");
    }
}
