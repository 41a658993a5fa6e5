using IpCenter.Casework.People;
using IpCenter.Web.Components.Forms;
using IpCenter.Web.Languages;
using Microsoft.Extensions.Localization;

namespace IpCenter.Web.Pages.Firms;

/// <summary>What a form offers where somebody's power is chosen, each with what it lets do.</summary>
internal static class PowerChoices
{
    /// <summary>Of a firm's own people.</summary>
    public static IReadOnlyList<FirmPower> Roles { get; } = [FirmPower.Govern, FirmPower.Act, FirmPower.Read];

    /// <summary>Of a helper.</summary>
    public static IReadOnlyList<FirmPower> Scopes { get; } = [FirmPower.Act, FirmPower.Read, FirmPower.Notices];

    public static IReadOnlyList<Choice> Of(IEnumerable<FirmPower> powers, Words words, IStringLocalizer<Resources.Firms> texts) =>
        [.. powers.Select(power => new Choice($"{power}", words.Of("power", power), texts[$"power.{power}.hint"]))];
}
