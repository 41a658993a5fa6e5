namespace IpCenter.Casework.ReferenceData;

/// <summary>Something wrong inside one file: the JSON path (<c>$.rules[3].length</c>) and the reason.</summary>
public readonly record struct Fault(string Path, string Reason);
