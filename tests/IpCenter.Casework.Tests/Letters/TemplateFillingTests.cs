using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using IpCenter.Casework.Letters;
using IpCenter.Casework.Letters.Word;
using static IpCenter.Casework.Tests.Letters.TemplateText;

namespace IpCenter.Casework.Tests.Letters;

public sealed class TemplateFillingTests
{
    [Fact]
    public void Every_point_has_a_row_of_the_table_in_order()
    {
        var table = Assert.Single(Page(BuiltIn(LetterKind.Correction), Values(points: 3)).Body.OfType<LetterTable>());

        Assert.True(table.HasHeadingRow);
        Assert.Equal(["序号\t需要补正的内容\t依据", "1\ttext 1\tbasis 1", "2\ttext 2\tbasis 2", "3\ttext 3\tbasis 3"], table.Lines);
    }

    [Fact]
    public void Points_outside_a_table_repeat_their_paragraph_and_a_field_may_stand_twice_in_it()
    {
        var template = Changed(LetterKind.Correction, (document, body) =>
        {
            foreach (var table in body.Descendants<Table>().ToList())
                table.Remove();
            With([.. Field(" MERGEFIELD 意见序号 "), Words(") "), .. Field(" MERGEFIELD 意见内容 "), Words(" / "), .. Field(" MERGEFIELD PointText ")])(document, body);
        });

        Assert.Equal(["1) text 1 / text 1", "2) text 2 / text 2"], Page(template, Values()).Lines.Take(2));
    }

    [Fact]
    public void A_value_takes_the_look_of_its_field_and_keeps_its_line_breaks()
    {
        var template = Changed(LetterKind.Refused, With(Field(" MERGEFIELD 理由 ")));
        var values = Values() with { Once = new Dictionary<LetterField, string> { [LetterField.Reason] = "first\r\nsecond" } };

        var run = Assert.Single(Assert.IsType<LetterParagraph>(Page(template, values).Body[0]).Runs);

        Assert.Equal(new LetterRun("first\nsecond", IsBold: true, IsItalic: false, IsUnderlined: false), run);
    }

    [Fact]
    public void Half_of_a_character_is_shown_as_unreadable()
    {
        // Not an argument of an attribute: those are stored as UTF-8, which has no half.
        var values = Values() with { Once = new Dictionary<LetterField, string> { [LetterField.CaseNumber] = "half \uD83D" } };

        Assert.Equal("half \uFFFD", Page(Changed(LetterKind.Refused, With(Field(" MERGEFIELD 案号 "))), values).Lines[0]);
    }

    [Theory]
    [InlineData("<w:p/> & \"'", "<w:p/> & \"'")]
    [InlineData("bell \u0007", "bell ")]
    [InlineData("👘 汉服", "👘 汉服")]
    public void No_value_can_break_the_file(string value, string shown)
    {
        var values = Values() with { Once = new Dictionary<LetterField, string> { [LetterField.CaseNumber] = value } };

        var page = Page(Changed(LetterKind.Refused, With(Field(" MERGEFIELD 案号 "))), values);

        Assert.Equal(shown, page.Lines[0]);
    }

    [Fact]
    public void A_paragraph_of_fields_without_value_is_not_there_and_one_with_words_stays()
    {
        var template = Changed(LetterKind.Refused, With([Words("说明："), .. Field(" MERGEFIELD 补正次数 ")]));
        var filled = Page(template, Values() with { Once = new Dictionary<LetterField, string>() }).Lines;

        Assert.Equal("说明：", filled[0]);
        Assert.DoesNotContain("", filled);
    }

    [Fact]
    public void A_content_control_with_a_fields_name_is_a_field()
    {
        var template = Changed(LetterKind.Refused, With(Words("致 "), new SdtRun(
            new SdtProperties(new Tag { Val = "单位名称" }), new SdtContentRun(Words("click here")))));

        Assert.Contains(LetterField.Firm, LetterTemplateFile.Read(template, LetterKind.Refused).Fields);
        Assert.Equal("致 [Firm]", Page(template, Values()).Lines[0]);
    }

    [Fact]
    public void A_content_control_around_a_whole_paragraph_is_repeated_for_each_point()
    {
        var template = Changed(LetterKind.Correction, (_, body) => body.InsertAt(new SdtBlock(
            new SdtProperties(new Tag { Val = "意见内容" }), new SdtContentBlock(new Paragraph(Words("click here")))), 0));

        Assert.Equal(["text 1", "text 2"], Page(template, Values()).Body.SelectMany(block => block.Lines).Take(2));
    }

    [Fact]
    public void A_content_control_that_is_a_cell_is_refused_by_name()
    {
        var template = Changed(LetterKind.Refused, (_, body) => body.InsertAt(new Table(new TableRow(new SdtCell(
            new SdtProperties(new Tag { Val = "单位名称" }), new SdtContentCell(new TableCell(new Paragraph(Words("x"))))))), 0));

        var problem = Assert.Single(LetterTemplateFile.Read(template, LetterKind.Refused).Problems);
        Assert.Equal(("other-field", "单位名称", true), (problem.Code, problem.What, problem.Blocks));
    }

    [Theory]
    [InlineData("<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>")]
    [InlineData("<x>")]
    [InlineData(null)]
    public void A_part_that_cannot_be_read_is_found_before_anything_asks_for_it(string? xml)
    {
        var nested = xml ?? string.Concat(Enumerable.Repeat("<a>", 5000)) + string.Concat(Enumerable.Repeat("</a>", 5000));
        using var stream = new MemoryStream();
        stream.Write(BuiltIn(LetterKind.Refused));
        using (var archive = new System.IO.Compression.ZipArchive(stream, System.IO.Compression.ZipArchiveMode.Update, leaveOpen: true))
        using (var writer = new StreamWriter(archive.CreateEntry("word/extra.xml").Open()))
            writer.Write(nested);

        Assert.Equal("not-word", Assert.Single(LetterTemplateFile.Read(stream.ToArray(), LetterKind.Refused).Problems).Code);
    }

    [Fact]
    public void Fields_of_headers_and_footers_are_filled_and_page_numbers_left_to_word()
    {
        var template = Changed(LetterKind.Refused, (document, _) =>
            document.MainDocumentPart!.FooterParts.Single().Footer!.Append(new Paragraph(Field(" MERGEFIELD 文号 "))));

        Assert.Contains("[LetterNumber]", Page(template, Values()).Footer.SelectMany(block => block.Lines));
        using var document = Open(LetterTemplateFile.Fill(template, Values(), ""));
        Assert.Contains("PAGE", string.Concat(document.MainDocumentPart!.FooterParts.Single().Footer!.Descendants<FieldCode>().Select(code => code.Text)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_letter_is_a_valid_word_file_that_does_not_say_who_wrote_the_template()
    {
        var template = Changed(LetterKind.Correction, (document, _) => document.PackageProperties.Creator = "王某");

        using var letter = Open(LetterTemplateFile.Fill(template, Values(), "中心"));

        Assert.Empty(new OpenXmlValidator().Validate(letter).Select(error => error.Description));
        Assert.Equal("中心", letter.PackageProperties.Creator);
    }

    [Fact]
    public void The_page_shows_title_alignment_and_indentation_as_word_does()
    {
        var body = Page(BuiltIn(LetterKind.Passed), Values()).Body.OfType<LetterParagraph>().ToList();

        Assert.Equal((1, LetterAlignment.Centre, "外观设计专利申请预审合格通知书"), (body[0].Level, body[0].Alignment, body[0].Text));
        Assert.Equal(LetterAlignment.End, body[1].Alignment);
        Assert.True(body[3].IsIndented);
    }

    private static LetterPage Page(byte[] template, LetterValues values) => LetterPageReading.Read(LetterTemplateFile.Fill(template, values, "中心"));

    private static WordprocessingDocument Open(byte[] bytes) => WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);
}
