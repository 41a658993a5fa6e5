using IpCenter.Testing;
using IpCenter.Web.Hosting;

namespace IpCenter.Web.Tests.Hosting;

/// <summary>Imports and exports without a server.</summary>
public sealed class ImportCommandsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ipcenter-import-command-").FullName;
    private readonly StringWriter _output = new();
    private readonly StringWriter _errors = new();

    [Fact]
    public async Task A_table_is_imported_bad_rows_are_told_and_the_register_is_written_out_again()
    {
        var pictures = Directory.CreateDirectory(Path.Combine(_folder, "pictures")).FullName;
        await File.WriteAllBytesAsync(Path.Combine(pictures, "a.png"), Pictures.Product(3, size: 160));
        var table = Path.Combine(_folder, "designs.csv");
        await File.WriteAllTextAsync(table, "number,title,source,pictures\nCF-1,裙,展会,a.png\nCF-2,裙,展会,b.png\n");

        Assert.Equal(1, await RunAsync("import-designs", table, "--pictures", pictures, "--dry-run", "--language", "zh-CN"));
        Assert.Contains("已完成：新增 1，更新 0，未变 0，退回 1，图片 1", _output.ToString(), StringComparison.Ordinal);
        Assert.Contains("退回: 第 3 行 图片“b.png”：找不到图片“b.png”。", _errors.ToString(), StringComparison.Ordinal);

        Assert.Equal(1, await RunAsync("import-designs", table, "--pictures", pictures, "--language", "en"));
        Assert.Contains("designs.csv: 2 rows, UTF-8, separated by comma", _output.ToString(), StringComparison.Ordinal);
        Assert.Contains("Finished: 1 added, 0 changed, 0 unchanged, 1 refused, 1 pictures", _output.ToString(), StringComparison.Ordinal);

        await File.WriteAllBytesAsync(Path.Combine(pictures, "b.png"), Pictures.Product(4, size: 160));
        Assert.Equal(0, await RunAsync("import-designs", table, "--pictures", pictures, "--language", "en"));
        Assert.Contains("Finished: 1 added, 0 changed, 1 unchanged, 0 refused", _output.ToString(), StringComparison.Ordinal);

        var zip = Path.Combine(_folder, "out.zip");
        Assert.Equal(0, await RunAsync("export-designs", zip, "--pictures", "--language", "en"));
        Assert.Contains($"2 designs were written to {zip}", _output.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, await RunAsync("import-designs", zip, "--language", "en"));
        Assert.Contains("Finished: 0 added, 0 changed, 2 unchanged", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_that_cannot_be_used_are_told_with_all_reasons()
    {
        var table = Path.Combine(_folder, "wrong.csv");
        await File.WriteAllTextAsync(table, "owner\n1\n");

        Assert.Equal(2, await RunAsync("import-designs", table, "--language", "en"));
        Assert.Contains("The column “number” is missing.", _errors.ToString(), StringComparison.Ordinal);
        Assert.Contains("The column “title” is missing.", _errors.ToString(), StringComparison.Ordinal);
        Assert.Equal(2, await RunAsync("import-designs", Path.Combine(_folder, "none.csv")));
        Assert.Equal(2, await RunAsync("import-designs", table, "--as", "nobody"));
        Assert.Contains("There is no administrator 'nobody'.", _errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_export_that_cannot_be_written_is_told_and_leaves_the_one_before()
    {
        var file = Path.Combine(_folder, "out.csv");
        await File.WriteAllTextAsync(file, "the one before");

        Assert.Equal(2, await RunAsync("export-designs", file, "--as", "nobody"));
        Assert.Contains("There is no administrator 'nobody'.", _errors.ToString(), StringComparison.Ordinal);
        Assert.Equal(2, await RunAsync("export-designs", Path.Combine(_folder, "none", "out.csv")));
        Assert.Contains("is no file that can be written.", _errors.ToString(), StringComparison.Ordinal);
        Assert.Equal("the one before", await File.ReadAllTextAsync(file));
        Assert.Equal(0, await RunAsync("export-designs", file, "--language", "en"));
        Assert.Contains("number,title", await File.ReadAllTextAsync(file), StringComparison.Ordinal);
        Assert.False(File.Exists($"{file}.part"));
    }

    [Theory]
    [InlineData("import-designs")]
    [InlineData("import-designs", "--help")]
    [InlineData("import-designs", "a.csv", "--unknown")]
    [InlineData("export-designs", "a.csv", "--dry-run")]
    public async Task Arguments_that_are_not_understood_show_what_is(params string[] args)
    {
        Assert.Equal(2, await ImportCommands.TryRunAsync(args, _output, _errors));
        Assert.Contains("import-designs CSV | ZIP", _output.ToString() + _errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_arguments_start_the_application() => Assert.Null(await ImportCommands.TryRunAsync(["--urls", "http://127.0.0.1:0"], _output, _errors));

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
        _output.Dispose();
        _errors.Dispose();
    }

    private Task<int?> RunAsync(params string[] args) => ImportCommands.TryRunAsync([.. args, "--Storage:Root", Path.Combine(_folder, "storage")], _output, _errors);
}
