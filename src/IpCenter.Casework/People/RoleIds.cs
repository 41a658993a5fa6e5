using System.Security.Cryptography;
using System.Text;

namespace IpCenter.Casework.People;

/// <summary>The id of a role follows from its name: the same in every installation.</summary>
internal static class RoleIds
{
    public static Guid Of(string role) => new(SHA256.HashData(Encoding.UTF8.GetBytes($"role:{role}")).AsSpan(0, 16));
}
