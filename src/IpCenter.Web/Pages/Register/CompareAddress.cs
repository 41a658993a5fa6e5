namespace IpCenter.Web.Pages.Register;

/// <summary>Where a picture searched with and a picture found are compared. The one place that knows that address.</summary>
internal static class CompareAddress
{
    /// <param name="reference">The key of a picture that was sent, or the id of one of the centre's.</param>
    public static string Of(string reference, Guid found) => $"/compare?query={Uri.EscapeDataString(reference)}&found={found}";
}
