using IpCenter.Casework.Staffing;
using Microsoft.Extensions.Localization;

namespace IpCenter.Web.Pages.Supervise;

/// <summary>Why a task will be late, in words; the person named is the one who does it, or has it.</summary>
internal static class LateWords
{
    public static string Of(ForecastedTask forecast, IReadOnlyDictionary<Guid, string> names, IStringLocalizer<Resources.Desk> texts)
    {
        var person = (forecast.PersonId ?? forecast.Task.HolderId) is { } id ? names.GetValueOrDefault(id) : null;
        var holder = forecast.Task.HolderId is { } held ? names.GetValueOrDefault(held) : null;
        return forecast.Cause switch
        {
            LateCause.NobodyCan when forecast.Task.LocarnoClass is { } locarno => texts["cause.NobodyCan.class", locarno],
            LateCause.HolderAway => texts["cause.HolderAway", holder ?? ""],
            LateCause.OthersFirst when person is not null => texts["cause.OthersFirst", person, forecast.Ahead],
            LateCause.OthersFirst => texts["cause.OthersFirst.nobody"],
            { } cause => texts[$"cause.{cause}"],
            null => "",
        };
    }
}
