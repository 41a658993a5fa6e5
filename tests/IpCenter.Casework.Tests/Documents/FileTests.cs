using System.Text;
using IpCenter.Casework.Documents;
using IpCenter.Casework.Results;
using IpCenter.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace IpCenter.Casework.Tests.Documents;

/// <summary>What a file is, its bytes say, not its name; what cannot be opened is refused with the reason.</summary>
public sealed class FileTests
{
    public static TheoryData<string, byte[], string> Bad { get; } = new()
    {
        { "空.pdf", [], "document.empty" },
        { "合同.pdf", Encoding.UTF8.GetBytes("这不是PDF"), "document.format" },
        { "照片.jpg", Encoding.ASCII.GetBytes("GIF89a, says its head"), "document.format" },
        { "断.pdf", Papers.Pdf()[..^40], "document.pdf-truncated" },
        { "坏.pdf", Encoding.ASCII.GetBytes(Encoding.ASCII.GetString(Papers.Pdf()).Replace("startxref\n", "startxref\n9", StringComparison.Ordinal)), "document.pdf-broken" },
        { "密.pdf", Papers.Pdf(trailer: "/Encrypt 5 0 R "), "document.pdf-encrypted" },
        { "半张.png", Pictures.Product(1)[..400], "image.Corrupt" },
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public async Task A_file_that_cannot_be_taken_is_refused_by_name_and_leaves_no_trace(string name, byte[] bytes, string code)
    {
        await using var host = await CaseworkHost.StartAsync();

        var refused = await ReadAsync(host, bytes, name);

        var violation = Assert.Single(refused.Violations);
        Assert.Equal((code, "proof", name), (violation.Code, violation.Field, violation.Arguments[0]));
        Assert.False(Directory.Exists(Path.Combine(host.Folder, "originals")));
    }

    [Fact]
    public async Task A_file_over_the_limit_is_refused_with_the_limit()
    {
        await using var host = await CaseworkHost.StartAsync();

        var refused = await ReadAsync(host, new byte[10 * 1024 * 1024 + 1], "大.pdf");

        Assert.Equal(["大.pdf", "10"], Assert.Single(refused.Violations).Arguments);
    }

    [Theory]
    [InlineData("scan.jpg", DocumentFileFormat.Pdf)]
    [InlineData("C:\\scans\\proof.pdf", DocumentFileFormat.Png)]
    public async Task The_bytes_say_what_it_is_whatever_the_name(string name, DocumentFileFormat format)
    {
        await using var host = await CaseworkHost.StartAsync();

        var read = CaseworkHost.Must(await ReadAsync(host, format == DocumentFileFormat.Pdf ? Papers.Pdf() : Pictures.Product(1), name));

        Assert.Equal((format, name.Split('\\')[^1]), (read.Format, read.FileName));
    }

    [Fact]
    public void The_word_encrypt_in_a_text_encrypts_nothing() =>
        Assert.Null(PdfCheck.Fault(Papers.Pdf("/EncryptedSomething")));

    private static async Task<Result<CheckedFile>> ReadAsync(CaseworkHost host, byte[] bytes, string name)
    {
        await using var scope = host.Scope();
        return await scope.ServiceProvider.GetRequiredService<ReadDocument>().ExecuteAsync(bytes, name, "proof", default);
    }
}
