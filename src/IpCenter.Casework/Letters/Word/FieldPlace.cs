using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace IpCenter.Casework.Letters.Word;

/// <summary>A field of a document: what it is called and the elements that it is made of.</summary>
/// <param name="Name">As the template says it.</param>
/// <param name="Elements">Siblings or not, in the order of the text; the first one's place is where the value goes.</param>
/// <param name="Look">The look that the value takes over.</param>
internal sealed record FieldPlace(string Name, IReadOnlyList<OpenXmlElement> Elements, RunProperties? Look)
{
    /// <summary>What is repeated with the field: the row of a table, or the paragraph.</summary>
    public OpenXmlElement Surroundings =>
        (OpenXmlElement?)Elements[0].Ancestors<TableRow>().FirstOrDefault() ?? Elements[0].Ancestors<Paragraph>().FirstOrDefault() ?? Elements[0];

    /// <summary>The text goes where the field was; line breaks stay line breaks.</summary>
    public void Replace(string value)
    {
        var run = new Run();
        if (Look is not null)
            run.Append(Look.CloneNode(deep: true));
        foreach (var (line, at) in Printable(value).Split('\n').Select((line, at) => (line, at)))
        {
            if (at > 0)
                run.Append(new Break());
            run.Append(new Text(line) { Space = SpaceProcessingModeValues.Preserve });
        }
        // A control around whole paragraphs stands where a paragraph may stand.
        OpenXmlElement put = Elements[0] is SdtBlock block
            ? new Paragraph(block.Descendants<ParagraphProperties>().FirstOrDefault()?.CloneNode(deep: true) is { } look ? [look, run] : [run])
            : run;
        Elements[0].InsertBeforeSelf(put);
        foreach (var element in Elements)
            element.Remove();
    }

    /// <summary>XML 1.0 knows no control characters but tab and line ends, and no half of a surrogate pair.</summary>
    private static string Printable(string text)
    {
        var normal = text.ReplaceLineEndings("\n");
        return string.Concat(normal.EnumerateRunes().Where(rune => rune.Value is '\t' or '\n' or >= 0x20 and not 0xFFFE and not 0xFFFF).Select(rune => rune.ToString()));
    }
}
