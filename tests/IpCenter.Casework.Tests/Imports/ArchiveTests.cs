using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using IpCenter.Casework.Imports;

namespace IpCenter.Casework.Tests.Imports;

/// <summary>Archives as they come, and the traps that they may be.</summary>
public sealed class ArchiveTests
{
    private static readonly byte[] Table = Encoding.UTF8.GetBytes("number,title,source,pictures\nCF-1,裙,展会,正面.png\n");

    [Fact]
    public async Task Table_and_pictures_come_in_one_archive_in_a_folder()
    {
        await using var desk = await ImportDesk.OpenAsync();

        var import = await RunAsync(desk, ("展会/目录.csv", Table), ("展会/正面.png", ImportDesk.Picture(1)), ("__MACOSX/展会/._目录.csv", [1]));

        Assert.Empty(await desk.ProblemsAsync(import.Id));
        Assert.Equal((1, 1), (import.Added, import.Pictures));
        Assert.EndsWith("/展会/目录.csv", import.FileName, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_table_may_come_beside_the_archive_of_pictures()
    {
        await using var desk = await ImportDesk.OpenAsync();
        var started = await desk.StartArchiveAsync(desk.Zip(("packed/正面.png", ImportDesk.Picture(1))), desk.Write(Table));

        Assert.Equal(1, (await desk.RunAsync(CaseworkHost.Must(started).Id)).Pictures);
    }

    [Fact]
    public async Task Names_in_the_code_page_of_Chinese_Windows_are_read()
    {
        await using var desk = await ImportDesk.OpenAsync();
        var chinese = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true, new Unmarked(chinese)))
            foreach (var (name, bytes) in new[] { ("目录.csv", Table), ("正面.png", ImportDesk.Picture(1)) })
                using (var stream = zip.CreateEntry(name).Open())
                    stream.Write(bytes);
        Assert.True(memory.ToArray().AsSpan().IndexOf(chinese.GetBytes("正面.png")) > 0);

        var import = await RunFileAsync(desk, memory.ToArray());

        Assert.Empty(await desk.ProblemsAsync(import.Id));
        Assert.EndsWith("/目录.csv", import.FileName, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Entries_that_lead_out_of_the_archive_are_not_looked_at_and_archives_in_it_are_not_opened()
    {
        await using var desk = await ImportDesk.OpenAsync();

        var import = await RunAsync(desk, ("目录.csv", Table), ("../../正面.png", ImportDesk.Picture(1)), ("inner.zip", ImportDesk.ZipOf(("正面.png", ImportDesk.Picture(1)))));

        Assert.Equal(["2 Pictures picture.missing 正面.png 正面.png"], await desk.ProblemsAsync(import.Id));
        Assert.Equal(["archive.nested inner.zip 1", "archive.unsafe-names 1"], import.Notes.Select(n => string.Join(' ', [n.Code, .. n.Arguments])));
    }

    [Fact]
    public async Task A_picture_that_unpacks_without_end_is_read_to_the_limit_only()
    {
        await using var desk = await ImportDesk.OpenAsync();
        var bomb = new byte[40 * 1024 * 1024];
        ImportDesk.Picture(1).AsSpan(0, 100).CopyTo(bomb);

        var import = await RunAsync(desk, ("目录.csv", Table), ("正面.png", bomb));

        Assert.Equal(["2 Pictures image.TooManyBytes 正面.png 正面.png"], await desk.ProblemsAsync(import.Id));
    }

    [Fact]
    public async Task More_entries_or_more_bytes_than_allowed_refuse_the_archive()
    {
        await using var desk = await ImportDesk.OpenAsync();
        desk.Option(o => o.MaxEntries = 2);
        Assert.Equal(["import.archive.entries 2"], await RefusalsAsync(desk, desk.Zip(("t.csv", Table), ("a.png", [1]), ("b.png", [1]))));

        desk.Option(o => (o.MaxEntries, o.MaxUnpackedBytes) = (10, 1 << 20));
        Assert.Equal(["import.archive.unpacked 0 0"], await RefusalsAsync(desk, desk.Zip(("t.csv", Table), ("a.png", new byte[3 << 20]))));

        desk.Option(o => (o.MaxUnpackedBytes, o.MaxTableBytes) = (1 << 30, 20));
        Assert.Equal(["import.table.too-large 0"], await RefusalsAsync(desk, desk.Zip(("t.csv", Table))));
    }

    [Fact]
    public async Task An_archive_that_lies_about_its_number_of_entries_is_refused()
    {
        await using var desk = await ImportDesk.OpenAsync();
        desk.Option(o => o.MaxEntries = 2);
        var zip = ImportDesk.ZipOf([("t.csv", Table), .. Enumerable.Range(0, 2000).Select(i => ($"{i}-{new string('x', 100)}.png", Array.Empty<byte>()))]);
        BinaryPrimitives.WriteUInt16LittleEndian(zip.AsSpan(zip.Length - 12), 1);

        Assert.Equal(["import.archive.entries 2"], await RefusalsAsync(desk, desk.Write(zip, "zip")));
    }

    [Fact]
    public async Task An_archive_with_a_password_is_refused_in_words()
    {
        await using var desk = await ImportDesk.OpenAsync();
        var zip = ImportDesk.ZipOf(("t.csv", Table));
        // Bit 0 of the flags, in the entry and in the list of entries.
        zip[6] |= 1;
        zip[zip.AsSpan().IndexOf("PK\u0001\u0002"u8) + 8] |= 1;

        Assert.Equal(["import.archive.encrypted"], await RefusalsAsync(desk, desk.Write(zip, "zip")));
    }

    [Fact]
    public async Task What_is_no_archive_has_no_table_or_has_several_is_refused()
    {
        await using var desk = await ImportDesk.OpenAsync();

        Assert.Equal(["import.archive.no-archive"], await RefusalsAsync(desk, desk.Write("no archive at all, but long enough to hold one"u8.ToArray(), "zip")));
        Assert.Equal(["import.archive.no-archive"], await RefusalsAsync(desk, desk.Write([], "zip")));
        Assert.Equal(["import.archive.no-table"], await RefusalsAsync(desk, desk.Zip(("a.png", [1]))));
        Assert.Equal(["import.archive.several-tables a.csv、b.csv"], await RefusalsAsync(desk, desk.Zip(("b.csv", Table), ("a.csv", Table), ("readme.txt", [1]))));
        Assert.False(Directory.Exists(Path.Combine(desk.Host.Folder, "imports")) && Directory.EnumerateFiles(Path.Combine(desk.Host.Folder, "imports"), "*", SearchOption.AllDirectories).Any());
    }

    [Fact]
    public async Task A_damaged_picture_of_an_archive_refuses_its_row()
    {
        await using var desk = await ImportDesk.OpenAsync();
        var zip = ImportDesk.ZipOf(("t.csv", Table), ("正面.png", new byte[5000]));
        // The deflated bytes of the second entry: an unknown kind of block (RFC 1951, 3.2.3).
        var data = zip.AsSpan().LastIndexOf("PK\u0003\u0004"u8) + 30 + Encoding.UTF8.GetByteCount("正面.png");
        zip[data] = 0xFF;

        var import = await RunFileAsync(desk, zip);

        Assert.Equal(["2 Pictures picture.unreadable 正面.png 正面.png"], await desk.ProblemsAsync(import.Id));
    }

    private static Task<DesignImport> RunAsync(ImportDesk desk, params (string, byte[])[] entries) => RunFileAsync(desk, ImportDesk.ZipOf(entries));

    private static async Task<DesignImport> RunFileAsync(ImportDesk desk, byte[] zip) =>
        await desk.RunAsync(CaseworkHost.Must(await desk.StartArchiveAsync(desk.Write(zip, "zip"))).Id);

    private static async Task<IEnumerable<string>> RefusalsAsync(ImportDesk desk, string zip) =>
        (await desk.StartArchiveAsync(zip)).Violations.Select(v => string.Join(' ', [v.Code, .. v.Arguments]));

    /// <summary>Writes names as old Windows does: without saying which encoding they are in.</summary>
    private sealed class Unmarked(Encoding encoding) : Encoding
    {
        public override int GetByteCount(char[] chars, int index, int count) => encoding.GetByteCount(chars, index, count);

        public override int GetBytes(char[] chars, int charIndex, int charCount, byte[] bytes, int byteIndex) => encoding.GetBytes(chars, charIndex, charCount, bytes, byteIndex);

        public override int GetCharCount(byte[] bytes, int index, int count) => encoding.GetCharCount(bytes, index, count);

        public override int GetChars(byte[] bytes, int byteIndex, int byteCount, char[] chars, int charIndex) => encoding.GetChars(bytes, byteIndex, byteCount, chars, charIndex);

        public override int GetMaxByteCount(int charCount) => encoding.GetMaxByteCount(charCount);

        public override int GetMaxCharCount(int byteCount) => encoding.GetMaxCharCount(byteCount);
    }
}
