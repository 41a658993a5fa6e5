using System.Security.Cryptography;
using System.Text;

namespace IpCenter.Casework.Demo;

/// <summary>Ids of the demo follow from names, so that every installation plays the same history.</summary>
internal static class DemoIds
{
    public static Guid Of(string name) => new(SHA256.HashData(Encoding.UTF8.GetBytes($"demo:{name}")).AsSpan(0, 16));
}
