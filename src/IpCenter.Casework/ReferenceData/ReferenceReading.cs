using System.Diagnostics.CodeAnalysis;

namespace IpCenter.Casework.ReferenceData;

/// <summary>The library, or all reasons why there is none.</summary>
public sealed record ReferenceReading(ReferenceLibrary? Library, IReadOnlyList<ReferenceProblem> Problems)
{
    [MemberNotNullWhen(true, nameof(Library))]
    public bool Succeeded => Library is not null;
}
