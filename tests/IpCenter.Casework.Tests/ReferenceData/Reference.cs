using IpCenter.Casework.ReferenceData;
using IpCenter.Testing;

namespace IpCenter.Casework.Tests.ReferenceData;

/// <summary>The project's own reference data, read once for all tests.</summary>
internal static class Reference
{
    public static ReferenceLibrary Library { get; } = Read();

    private static ReferenceLibrary Read()
    {
        var reading = ReferenceLibrary.Read(Repository.PathTo("data"));
        return reading.Library ?? throw new InvalidOperationException(string.Join('\n', reading.Problems));
    }
}
