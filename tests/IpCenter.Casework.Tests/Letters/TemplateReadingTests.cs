using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using IpCenter.Casework.Letters;
using IpCenter.Casework.Letters.Word;
using static IpCenter.Casework.Tests.Letters.TemplateText;

namespace IpCenter.Casework.Tests.Letters;

public sealed class TemplateReadingTests
{
    public static TheoryData<LetterKind, LetterLanguage> BuiltInOnes()
    {
        var data = new TheoryData<LetterKind, LetterLanguage>();
        foreach (var kind in Enum.GetValues<LetterKind>())
        {
            data.Add(kind, LetterLanguage.Chinese);
            data.Add(kind, LetterLanguage.English);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(BuiltInOnes))]
    public void The_templates_that_come_with_the_application_are_without_fault(LetterKind kind, LetterLanguage language)
    {
        var reading = LetterTemplateFile.Read(BuiltIn(kind, language), kind);

        Assert.Empty(reading.Problems);
        Assert.All(LetterFields.RequiredIn(kind), field => Assert.Contains(field, reading.Fields));
    }

    [Fact]
    public void An_unknown_field_is_named_with_its_paragraph()
    {
        var problem = Only(Changed(LetterKind.Passed, With(Words("尊敬的 "), new SimpleField(Words("x")) { Instruction = " MERGEFIELD 客户姓名 " })), LetterKind.Passed);

        Assert.Equal(("unknown-field", "客户姓名", true), (problem.Code, problem.What, problem.Blocks));
        Assert.StartsWith("尊敬的", problem.Place, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(" MERGEFIELD 案号 \\* MERGEFORMAT ")]
    [InlineData(" mergefield \"CaseNumber\" ")]
    public void A_field_is_known_by_its_chinese_and_its_english_name_with_switches_and_quotation_marks(string instruction)
    {
        var template = Changed(LetterKind.Refused, With([Words("No. "), .. Field(instruction), Words(".")]));

        Assert.Empty(LetterTemplateFile.Read(template, LetterKind.Refused).Problems);
        Assert.Equal("No. [CaseNumber].", Lines(template)[0]);
    }

    [Fact]
    public void A_field_that_the_letter_has_nothing_for_is_refused() =>
        Assert.Equal("field-not-here", Only(Changed(LetterKind.Refused, With(Field(" MERGEFIELD 期限 "))), LetterKind.Refused).Code);

    [Fact]
    public void A_letter_without_what_it_is_for_is_refused_with_every_field_that_is_missing()
    {
        var reading = LetterTemplateFile.Read(BuiltIn(LetterKind.Refused), LetterKind.Correction);

        Assert.Equal(["期限 / Due", "意见内容 / PointText"], reading.Problems.Where(p => p.Code == "missing-field").Select(p => p.What));
    }

    [Fact]
    public void Fields_that_change_by_themselves_nest_or_never_end_are_refused()
    {
        Assert.Equal(("other-field", "DATE"), Named(Only(Changed(LetterKind.Passed, With(Field(" DATE \\@ yyyy "))), LetterKind.Passed)));
        Assert.Equal("open-field", Only(Changed(LetterKind.Passed, With(Field(" MERGEFIELD 案号 ", withEnd: false))), LetterKind.Passed).Code);
        OpenXmlElement[] outer = Field(" MERGEFIELD 案号 ");
        Assert.Contains(LetterTemplateFile.Read(Changed(LetterKind.Passed, With([.. outer[..2], .. Field(" MERGEFIELD 产品名称 "), .. outer[2..]])), LetterKind.Passed).Problems,
            p => p.Code == "nested-field");
    }

    [Theory]
    [InlineData("«案号»")]
    [InlineData("{{CaseNumber}}")]
    public void A_field_that_was_only_typed_is_found(string typed) =>
        Assert.Equal(("typed-field", typed), Named(Only(Changed(LetterKind.Passed, With(Words($"案号：{typed}。"))), LetterKind.Passed)));

    [Fact]
    public void Tracked_changes_and_pictures_elsewhere_are_refused()
    {
        Assert.Equal("tracked-changes", Only(Changed(LetterKind.Passed, With(new InsertedRun(Words("neu")) { Author = "x", Id = "1" })), LetterKind.Passed).Code);
        var linked = Changed(LetterKind.Passed, (document, _) => document.MainDocumentPart!.AddExternalRelationship(
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image", new Uri("https://example.org/spy.png")));
        Assert.Equal(("external", "https://example.org/spy.png"), Named(Only(linked, LetterKind.Passed)));
    }

    [Fact]
    public void Comments_and_macros_are_refused()
    {
        var commented = Changed(LetterKind.Passed, (document, _) => document.MainDocumentPart!.AddNewPart<WordprocessingCommentsPart>().Comments =
            new Comments(new Comment(new Paragraph(Words("internal"))) { Id = "1", Author = "x" }));
        Assert.Equal("comments", Only(commented, LetterKind.Passed).Code);
        var withMacros = Changed(LetterKind.Passed, (document, _) =>
        {
            using var data = new MemoryStream([1, 2, 3]);
            document.MainDocumentPart!.AddNewPart<VbaProjectPart>().FeedData(data);
        });
        Assert.Equal("macros", Only(withMacros, LetterKind.Passed).Code);
    }

    public static TheoryData<byte[], string> NoWordFiles { get; } = new()
    {
        { [], "not-word" },
        { "hello"u8.ToArray(), "not-word" },
        { [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0, 0], "old-or-protected" },
        { Archive(("readme.txt", "no document"u8.ToArray())), "not-word" },
        { BuiltIn(LetterKind.Passed)[..2000], "not-word" },
        { new byte[(4 << 20) + 1], "too-large" },
        // Small when packed, forty megabytes when not.
        { Archive(("word/document.xml", new byte[40 << 20])), "too-large" },
    };

    [Theory]
    [MemberData(nameof(NoWordFiles))]
    public void What_is_no_word_file_is_refused_and_said(byte[] bytes, string code) =>
        Assert.Equal(code, Only(bytes, LetterKind.Passed).Code);

    private static TemplateProblem Only(byte[] template, LetterKind kind) => Assert.Single(LetterTemplateFile.Read(template, kind).Problems);

    private static (string, string) Named(TemplateProblem problem) => (problem.Code, problem.What);

    private static IReadOnlyList<string> Lines(byte[] template) => LetterPageReading.Read(LetterTemplateFile.Fill(template, Values(), "")).Lines;

    private static byte[] Archive((string Name, byte[] Bytes) entry)
    {
        var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create))
        {
            using var part = archive.CreateEntry(entry.Name).Open();
            part.Write(entry.Bytes);
        }
        return stream.ToArray();
    }
}
