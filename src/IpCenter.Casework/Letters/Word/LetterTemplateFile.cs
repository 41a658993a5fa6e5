using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace IpCenter.Casework.Letters.Word;

/// <summary>What was found in a template: the fields that it has, and everything that a person should know of it.</summary>
public sealed record TemplateReading(IReadOnlyList<LetterField> Fields, IReadOnlyList<TemplateProblem> Problems)
{
    public bool IsUsable => Problems.All(p => !p.Blocks);
}

/// <summary>
/// A letter's template as Word (or WPS) saved it. Fields of points that are to be corrected repeat the row of the table, or the
/// paragraph, in which they stand.
/// </summary>
public static partial class LetterTemplateFile
{
    /// <summary>All that is wrong with the file as a template for letters of the kind, with places.</summary>
    public static TemplateReading Read(ReadOnlyMemory<byte> bytes, LetterKind kind)
    {
        if (WordFile.Check(bytes) is { Count: > 0 } unusable)
            return new([], unusable);
        List<TemplateProblem> problems = [];
        using var document = WordFile.Open(Copy(bytes), isEditable: true);
        if (FieldSearch.Texts(document).Any(t => t.Descendants<InsertedRun>().Any() || t.Descendants<DeletedRun>().Any()))
            problems.Add(new("tracked-changes", null, "", Blocks: true));
        var places = FieldSearch.Find(document, problems);
        HashSet<LetterField> fields = [];
        foreach (var place in places)
        {
            var known = LetterFields.TryParse(place.Name, out var field);
            if (!known)
                problems.Add(new("unknown-field", FieldSearch.PlaceOf(place.Elements[0]), place.Name, Blocks: true));
            else if (!LetterFields.IsIn(field, kind))
                problems.Add(new("field-not-here", FieldSearch.PlaceOf(place.Elements[0]), place.Name, Blocks: true));
            else
                fields.Add(field);
        }
        problems.AddRange(LetterFields.RequiredIn(kind).Where(f => !fields.Contains(f))
            .Select(f => new TemplateProblem("missing-field", null, LetterFields.NameOf(f).ToString(), Blocks: true)));
        problems.AddRange(NotShown(document));
        foreach (var place in places)
            place.Replace("");
        problems.AddRange(Typed(document));
        return new([.. fields.Order()], [.. problems.Distinct()]);
    }

    /// <summary>The template with the values in its fields, as a Word file.</summary>
    /// <exception cref="InvalidOperationException">The file was never a usable template.</exception>
    public static byte[] Fill(ReadOnlyMemory<byte> template, LetterValues values, string author)
    {
        var stream = Copy(template);
        using (var document = WordFile.Open(stream, isEditable: true))
        {
            Repeat(document, values.Points);
            Replace(FieldSearch.Find(document), values.Once);
            document.MainDocumentPart!.DocumentSettingsPart?.Settings?.RemoveAllChildren<MailMerge>();
            // Who wrote the template is nobody's business who gets a letter.
            document.PackageProperties.Creator = document.PackageProperties.LastModifiedBy = author;
            document.Save();
        }
        return stream.ToArray();
    }

    /// <summary>One row or paragraph for each point; none where there is none.</summary>
    private static void Repeat(WordprocessingDocument document, IReadOnlyList<IReadOnlyDictionary<LetterField, string>> points)
    {
        var around = FieldSearch.Find(document)
            .Where(p => LetterFields.TryParse(p.Name, out var field) && LetterFields.IsOfPoint(field))
            .Select(p => p.Surroundings).Distinct().ToList();
        foreach (var element in around)
        {
            foreach (var point in points)
            {
                var one = element.CloneNode(deep: true);
                element.InsertBeforeSelf(one);
                Replace(FieldSearch.In(one).Where(p => LetterFields.TryParse(p.Name, out var field) && LetterFields.IsOfPoint(field)), point);
            }
            element.Remove();
        }
    }

    private static void Replace(IEnumerable<FieldPlace> places, IReadOnlyDictionary<LetterField, string> values)
    {
        HashSet<Paragraph> touched = [];
        foreach (var place in places.ToList())
        {
            touched.UnionWith(place.Elements[0].Ancestors<Paragraph>().Take(1));
            place.Replace(LetterFields.TryParse(place.Name, out var field)
                ? values.GetValueOrDefault(field, "")
                : throw new InvalidOperationException($"The template has an unknown field '{place.Name}'."));
        }
        // A paragraph that was made of fields alone, none of which has a value, is not there. A cell keeps its last one.
        foreach (var paragraph in touched.Where(p => p.Parent is not null && string.IsNullOrWhiteSpace(p.InnerText)))
            if (paragraph.Parent!.Elements<Paragraph>().Skip(1).Any())
                paragraph.Remove();
    }

    private static IEnumerable<TemplateProblem> NotShown(WordprocessingDocument document)
    {
        foreach (var text in FieldSearch.Texts(document))
        {
            if (text.Descendants<Drawing>().Any() || text.Descendants<Picture>().Any())
                yield return new("pictures", null, "", Blocks: false);
            if (text.Descendants<TextBoxContent>().FirstOrDefault() is { } box)
                yield return new("text-box", Short(box.InnerText), "", Blocks: false);
        }
    }

    /// <summary>A field's name between its signs, but typed: it would stand in the letter as it is.</summary>
    private static IEnumerable<TemplateProblem> Typed(WordprocessingDocument document) =>
        from text in FieldSearch.Texts(document)
        from paragraph in text.Descendants<Paragraph>()
        from Match match in TypedField().Matches(paragraph.InnerText)
        where LetterFields.TryParse(match.Groups["name"].Value, out _)
        select new TemplateProblem("typed-field", FieldSearch.PlaceOf(paragraph), match.Value, Blocks: true);

    [GeneratedRegex(@"(«|\{\{|《|【|\$\{)\s*(?<name>[^»}》】]{1,20}?)\s*(»|\}\}|》|】|\})")]
    private static partial Regex TypedField();

    private static string Short(string text) => text.Length <= 40 ? text : $"{text[..40]}…";

    private static MemoryStream Copy(ReadOnlyMemory<byte> bytes)
    {
        var stream = new MemoryStream();
        stream.Write(bytes.Span);
        stream.Position = 0;
        return stream;
    }
}
