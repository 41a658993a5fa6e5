using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using IpCenter.Casework.Evidence;

namespace IpCenter.Casework.Tests.Infringements;

public sealed class BagItBagTests
{
    private static readonly BagFile[] Payload =
        [new("originals/01-截图.png", "picture"u8.ToArray()), new("originals/02-100%.png", "other"u8.ToArray()), new("custody.csv", "a,b\r\n"u8.ToArray())];

    [Fact]
    public void Everything_lies_below_one_folder()
    {
        using var zip = Open();

        Assert.All(zip.Entries, entry => Assert.StartsWith("CX-1/", entry.FullName, StringComparison.Ordinal));
        Assert.Contains(zip.Entries, entry => entry.FullName == "CX-1/data/originals/01-截图.png");
    }

    [Fact]
    public void The_manifest_names_every_payload_file_with_its_hash()
    {
        using var zip = Open();

        var lines = Read(zip, "manifest-sha256.txt").Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(Payload.Length, lines.Length);
        Assert.Contains($"{Convert.ToHexStringLower(SHA256.HashData("picture"u8))}  data/originals/01-截图.png", lines);
    }

    [Fact]
    public void A_percent_sign_in_a_name_is_written_so_that_a_reader_decodes_it()
    {
        using var zip = Open();

        Assert.Contains("data/originals/02-100%25.png", Read(zip, "manifest-sha256.txt"), StringComparison.Ordinal);
        Assert.Contains(zip.Entries, entry => entry.FullName == "CX-1/data/originals/02-100%.png");
    }

    [Fact]
    public void The_tag_manifest_covers_the_files_that_describe_the_bag()
    {
        using var zip = Open();

        string[] described = ["bagit.txt", "bag-info.txt", "manifest-sha256.txt"];
        var expected = described.Select(name => $"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Read(zip, name))))}  {name}");

        Assert.Equal(expected, Read(zip, "tagmanifest-sha256.txt").Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void Size_and_count_of_the_payload_are_told()
    {
        using var zip = Open();

        Assert.Equal("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n", Read(zip, "bagit.txt"));
        Assert.Contains("Payload-Oxum: 17.3\n", Read(zip, "bag-info.txt"), StringComparison.Ordinal);
        Assert.Contains("Bagging-Date: 2026-11-16\n", Read(zip, "bag-info.txt"), StringComparison.Ordinal);
        Assert.Contains("Contact-Name: two lines\n", Read(zip, "bag-info.txt"), StringComparison.Ordinal);
    }

    private static ZipArchive Open()
    {
        var file = new MemoryStream();
        BagItBag.Write(file, "CX-1", Payload, [("Contact-Name", "two\nlines")], CaseworkHost.Monday);
        return new ZipArchive(file, ZipArchiveMode.Read);
    }

    private static string Read(ZipArchive zip, string path)
    {
        using var reader = new StreamReader(zip.GetEntry($"CX-1/{path}")!.Open());
        return reader.ReadToEnd();
    }
}
