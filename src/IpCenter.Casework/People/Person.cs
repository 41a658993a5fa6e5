using Microsoft.AspNetCore.Identity;

namespace IpCenter.Casework.People;

/// <summary>Somebody who signs in. What a person may do follows from the roles and, for firms, from membership or mandate.</summary>
public sealed class Person : IdentityUser<Guid>
{
    /// <summary>End of a lock that only an administrator lifts; one that ends earlier follows from wrong passwords.</summary>
    public static DateTimeOffset LockedForGood { get; } = new(9999, 12, 31, 0, 0, 0, TimeSpan.Zero);

    public required string DisplayName { get; set; }

    /// <summary><c>zh-CN</c> or <c>en</c>; <c>null</c> follows the browser.</summary>
    public string? Language { get; set; }

    /// <summary>Single keys do nothing on this person's pages: for who speaks to the computer, or touches keys by accident.</summary>
    public bool KeyboardShortcutsOff { get; set; }

    /// <summary>The court whose referrals a clerk sees; no other person has one.</summary>
    public string? CourtId { get; set; }

    /// <summary>The town that a town officer serves.</summary>
    public string? Town { get; set; }

    /// <summary>Made by the demo data; such a person cannot exist outside demo mode.</summary>
    public bool IsDemo { get; init; }
}
