using IpCenter.Casework.Designs;

namespace IpCenter.Web.Pages.Register;

/// <summary>Where a design of the register is shown: by its number if that is a Chinese patent's, else by its id, as other numbers are not unique.</summary>
internal static class RegisterAddress
{
    public static string Of(string number, Guid id) => $"/register/{(number.StartsWith("ZL", StringComparison.Ordinal) ? number : id)}";

    public static string Of(Design design) => $"/register/{(design.IsChinesePatent ? design.PatentNumber : design.Id)}";
}
