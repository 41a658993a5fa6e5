using IpCenter.Casework.Tests.ReferenceData;
using IpCenter.Casework.Venues;

namespace IpCenter.Casework.Tests.Venues;

/// <summary>The data as it would be if the county's own tribunal opened on 1 March 2027.</summary>
internal static class TribunalInTheCounty
{
    public static VenueDataSet From(VenueDataSet data)
    {
        var opening = When.Day("2027-03-01");
        var chengwu = data.Powers.Single(power => power.Id == "P-CW2");
        return data with
        {
            Version = "2027.03.01",
            Powers =
            [
                .. data.Powers.Select(power => power.Id switch
                {
                    "P-CW2" => power with { EffectiveTo = opening },
                    "P-CX" => power with { EffectiveFrom = opening, Enabled = true, Confidence = 0.95m },
                    _ => power,
                }),
                chengwu with { Id = "P-CW3", EffectiveFrom = opening, Area = [.. chengwu.Area.Where(code => code != "371721")] },
            ],
        };
    }
}
