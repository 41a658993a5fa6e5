using IpCenter.Testing;
using IpCenter.Web.Hosting;

namespace IpCenter.Web.Tests.Hosting;

/// <summary>What the program does instead of serving pages.</summary>
public sealed class CommandsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ipcenter-commands-").FullName;
    private readonly StringWriter _output = new();
    private readonly StringWriter _errors = new();

    [Fact]
    public void Good_definitions_are_listed()
    {
        Assert.Equal(0, Run("check-workflows", Repository.PathTo("workflows")));
        Assert.Contains("design-application-3.json: design-application version 3, published", _output.ToString(), StringComparison.Ordinal);
        Assert.Empty(_errors.ToString());
    }

    [Fact]
    public void Without_a_place_the_definitions_of_the_installation_are_checked() => Assert.Equal(0, Run("check-workflows"));

    [Fact]
    public void Every_reason_is_told_with_file_place_and_activity()
    {
        var text = File.ReadAllText(Repository.PathTo("workflows/court-referral.json"));
        Write("a/spoilt.json", text.Replace("\"Elsa.Event\"", "\"Elsa.Events\"", StringComparison.Ordinal));
        Write("b.json", "{");
        Assert.Equal(1, Run("check-workflows", _folder));
        Assert.Contains("a/spoilt.json $.root.activities[", _errors.ToString(), StringComparison.Ordinal);
        Assert.Contains("the activity type 'Elsa.Events' is not known", _errors.ToString(), StringComparison.Ordinal);
        Assert.Contains("b.json $: this is not JSON", _errors.ToString(), StringComparison.Ordinal);
        Assert.Contains("in 2 files.", _errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void One_file_is_checked_alone()
    {
        Write("one.json", File.ReadAllText(Repository.PathTo("workflows/court-referral.json")));
        Write("two.json", "{");
        Assert.Equal(0, Run("check-workflows", Path.Combine(_folder, "one.json")));
    }

    [Fact]
    public void An_empty_folder_is_no_success() => Assert.Equal(1, Run("check-workflows", _folder));

    [Fact]
    public void A_place_that_does_not_exist_is_named()
    {
        Assert.Equal(2, Run("check-workflows", "no/such/place"));
        Assert.Contains("no/such/place", _errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Other_arguments_start_the_application() => Assert.Null(Run("--urls", "http://127.0.0.1:0"));

    public void Dispose()
    {
        Directory.Delete(_folder, recursive: true);
        _output.Dispose();
        _errors.Dispose();
    }

    private int? Run(params string[] args) => Commands.TryRun(args, _output, _errors);

    private void Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
