namespace IpCenter.Search.Tests;

/// <summary>What the tests start as another process; the tests themselves are run by the test host and never come here.</summary>
internal static class Program
{
    /// <summary><c>hold DIR</c>: opens the index, says so, and keeps it open until its input ends.</summary>
    private static int Main(string[] args)
    {
        switch (args)
        {
            case ["hold", var directory]:
                using (SearchIndex.Open(directory))
                {
                    Console.WriteLine("open");
                    Console.In.ReadToEnd();
                }
                return 0;
            default:
                return 2;
        }
    }
}
