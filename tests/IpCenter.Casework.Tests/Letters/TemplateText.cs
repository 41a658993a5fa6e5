using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using IpCenter.Casework.Letters;
using IpCenter.Testing;

namespace IpCenter.Casework.Tests.Letters;

/// <summary>Makes Word files for the tests: the built-in templates, changed.</summary>
internal static class TemplateText
{
    public static byte[] BuiltIn(LetterKind kind, LetterLanguage language = LetterLanguage.Chinese) =>
        File.ReadAllBytes(Repository.PathTo("data/letters/" + BuiltInLetters.FileName(kind, language)));

    /// <summary>The built-in template with something done to it.</summary>
    public static byte[] Changed(LetterKind kind, Action<WordprocessingDocument, Body> change)
    {
        var stream = new MemoryStream();
        stream.Write(BuiltIn(kind));
        using (var document = WordprocessingDocument.Open(stream, isEditable: true))
        {
            change(document, document.MainDocumentPart!.Document!.Body!);
            document.Save();
        }
        return stream.ToArray();
    }

    /// <summary>Puts a paragraph before the end of the letter.</summary>
    public static Action<WordprocessingDocument, Body> With(params OpenXmlElement[] content) =>
        (_, body) => body.InsertAt(new Paragraph(content), 0);

    public static Run Words(string text) => new(new Text(text) { Space = SpaceProcessingModeValues.Preserve });

    /// <summary>A merge field of five runs, as Word writes it, the instruction torn into two.</summary>
    public static OpenXmlElement[] Field(string instruction, bool withEnd = true)
    {
        var cut = instruction.Length / 2;
        List<OpenXmlElement> runs =
        [
            new Run(new FieldChar { FieldCharType = FieldCharValues.Begin }),
            new Run(new FieldCode(instruction[..cut]) { Space = SpaceProcessingModeValues.Preserve }),
            new Run(new FieldCode(instruction[cut..]) { Space = SpaceProcessingModeValues.Preserve }),
            new Run(new FieldChar { FieldCharType = FieldCharValues.Separate }),
            new Run(new RunProperties(new Bold()), new Text("shown last")),
        ];
        if (withEnd)
            runs.Add(new Run(new FieldChar { FieldCharType = FieldCharValues.End }));
        return [.. runs];
    }

    public static LetterValues Values(int points = 2) => new(
        LetterFields.All.Where(f => !LetterFields.IsOfPoint(f)).ToDictionary(f => f, f => $"[{f}]"),
        [.. Enumerable.Range(1, points).Select(i => new Dictionary<LetterField, string>
        {
            [LetterField.PointNumber] = $"{i}", [LetterField.PointText] = $"text {i}", [LetterField.PointBasis] = $"basis {i}",
        })]);
}
