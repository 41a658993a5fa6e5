using IpCenter.Casework.Formalities.Facts;

namespace IpCenter.Web.Pages.Apply;

/// <summary>One priority claim as a form sends it.</summary>
public sealed class PriorityAnswers
{
    public string? Country { get; set; }
    public string? Number { get; set; }
    public DateOnly? Date { get; set; }
    public string? Earlier { get; set; }
    public bool Enjoyed { get; set; }
    public bool Granted { get; set; }
    public bool Divisional { get; set; }

    public bool IsEmpty => string.IsNullOrWhiteSpace(Country + Number) && Date is null;

    public bool IsDomestic => string.Equals((Country ?? "").Trim(), "CN", StringComparison.OrdinalIgnoreCase);

    public static PriorityAnswers Of(PriorityClaim claim) => new()
    {
        Country = claim.Country,
        Number = claim.Number,
        Date = claim.Date,
        Earlier = claim.EarlierRight.ToString(),
        Enjoyed = claim.EarlierEnjoyedPriority,
        Granted = claim.EarlierIsGranted,
        Divisional = claim.EarlierIsDivisional,
    };

    public PriorityClaim Apply(bool copyIsHere) => new()
    {
        Country = (Country ?? "").Trim().ToUpperInvariant(),
        Number = (Number ?? "").Trim(),
        Date = Date,
        EarlierRight = Choose.Of<EarlierRight>(Earlier) ?? EarlierRight.Design,
        EarlierEnjoyedPriority = Enjoyed,
        EarlierIsGranted = Granted,
        EarlierIsDivisional = Divisional,
        CopySupplied = copyIsHere,
    };
}
