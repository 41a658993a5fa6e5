namespace IpCenter.Casework.ReferenceData;

/// <summary>One reason why the reference data cannot be used, with its place.</summary>
/// <param name="File">Path below the data folder, with forward slashes.</param>
/// <param name="Path">JSON path, or <c>line 7</c> in a text file.</param>
/// <param name="Reason">What is wrong, in a sentence.</param>
public sealed record ReferenceProblem(string File, string Path, string Reason)
{
    public override string ToString() => $"{File} {Path}: {Reason}";
}
