namespace IpCenter.Workflow.Definitions;

/// <summary>What a variable may hold, by Elsa's type aliases. Null is always allowed.</summary>
public enum VariableType
{
    /// <summary>Any value: Object, JSON, lists and dictionaries.</summary>
    Any,

    /// <summary>Text: String and Guid.</summary>
    Text,

    /// <summary>true or false.</summary>
    Boolean,

    /// <summary>A whole number.</summary>
    WholeNumber,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A span of time as text, <c>[d.]hh:mm:ss</c>.</summary>
    Duration,

    /// <summary>An instant as text, ISO 8601 with offset.</summary>
    Instant
}
