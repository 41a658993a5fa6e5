using IpCenter.Casework.Designs;

namespace IpCenter.Casework.Imports;

/// <summary>
/// What a row says about a design. <c>null</c>: the table has no such column, so that what is known already stays; an empty
/// text or no date: the source does not know.
/// </summary>
/// <param name="Numbering">As <see cref="Design.Numbering"/>.</param>
/// <param name="Pictures"><c>null</c>: the table has no pictures; known views stay.</param>
/// <param name="PicturesFrom">The import whose pictures are meant, in a table of refused rows.</param>
internal sealed record DesignRow(
    string Numbering, string Number, string Title, string? Class, string? Owner, string? Use, string? Brief, Known<DateOnly?>? Filed,
    Known<DateOnly?>? Announced, Known<DateOnly?>? Expires, DesignStatus? Status, string? Source, IReadOnlyList<PictureMention>? Pictures, Guid? PicturesFrom)
{
    /// <summary>Names the design within a table and within the register.</summary>
    public string Key => KeyOf(Numbering, Number);

    /// <summary>Writes into a design what the row says about it.</summary>
    public void Describe(Design design)
    {
        design.ProductName = Title;
        design.LocarnoClass = Class ?? design.LocarnoClass;
        design.OwnerName = Owner ?? design.OwnerName;
        design.Use = Use ?? design.Use;
        design.BriefDescription = Brief ?? design.BriefDescription;
        design.FiledOn = Filed is null ? design.FiledOn : Filed.Value;
        design.AnnouncedOn = Announced is null ? design.AnnouncedOn : Announced.Value;
        design.ExpiresOn = Expires?.Value ?? (Expires is null && design.ExpiresOn is { } known ? known : Term(design));
        design.Status = !design.IsChinesePatent ? DesignStatus.PriorDesign : Status ?? design.Status;
        design.Source = Source is null ? design.Source : Source.Length == 0 ? null : Source;
    }

    /// <summary>The law gives a term to Chinese patents; when rights elsewhere end is not ours to say.</summary>
    private static DateOnly? Term(Design design) =>
        design is { IsChinesePatent: true, FiledOn: { } filed } ? DesignTerm.ExpiryOf(filed) : null;

    public static string KeyOf(string numbering, string number) => numbering.Length == 0 ? number : $"{numbering}\n{number}";
}

/// <summary>What a column says, which may be that nothing is known.</summary>
internal sealed record Known<T>(T Value);
