namespace IpCenter.Web.Tests.Pages.Admin;

internal static class Answers
{
    /// <summary>The path to which an answer leads, however it names it.</summary>
    public static string Place(this HttpResponseMessage answer) => new Uri(new Uri("http://localhost"), answer.Headers.Location!).AbsolutePath;
}
