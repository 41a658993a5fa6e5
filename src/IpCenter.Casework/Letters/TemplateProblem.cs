namespace IpCenter.Casework.Letters;

/// <summary>Something about a template that a person should know, with its place.</summary>
/// <param name="Code">Key of the words in the resources, such as <c>unknown-field</c>.</param>
/// <param name="Place">Where: the part and the text around it; <c>null</c> for the file as a whole.</param>
/// <param name="What">What the words name: a field, a part of the file.</param>
/// <param name="Blocks">Whether the template cannot be used; otherwise it is a hint.</param>
public sealed record TemplateProblem(string Code, string? Place, string What, bool Blocks);
