using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace IpCenter.Casework.Letters.Word;

/// <summary>
/// Finds the fields of a document in its text, headers and footers: merge fields in both of their forms (ECMA-376 part 1,
/// 17.16.5.35) and content controls that bear a field's name as their tag.
/// </summary>
internal static class FieldSearch
{
    /// <summary>Fields that Word itself keeps up to date and that say nothing of a case.</summary>
    private static readonly HashSet<string> OfLayout = new(StringComparer.OrdinalIgnoreCase) { "PAGE", "NUMPAGES", "SECTIONPAGES", "HYPERLINK" };

    public static List<FieldPlace> Find(WordprocessingDocument document, List<TemplateProblem>? problems = null) =>
        [.. Texts(document).SelectMany(text => In(text, problems))];

    /// <summary>The fields inside a part of a document.</summary>
    public static List<FieldPlace> In(OpenXmlElement part, List<TemplateProblem>? problems = null)
    {
        List<FieldPlace> found = [];
        foreach (var field in part.Descendants<SimpleField>())
            Add(found, problems, field.Instruction?.Value ?? "", [field], field.Descendants<RunProperties>().FirstOrDefault(), field);
        foreach (var paragraph in part is Paragraph itself ? [itself] : part.Descendants<Paragraph>())
            InRuns(paragraph, found, problems);
        foreach (var control in (part is SdtElement self ? [self] : Array.Empty<SdtElement>()).Concat(part.Descendants<SdtElement>()))
            if (control.SdtProperties?.GetFirstChild<Tag>()?.Val?.Value is not { Length: > 0 } tag || !LetterFields.TryParse(tag, out _))
                continue;
            else if (control is SdtRow or SdtCell)
                // A value cannot stand where a row or a cell has to.
                problems?.Add(new("other-field", PlaceOf(control), tag, Blocks: true));
            else
                found.Add(new FieldPlace(tag, [control], control.Descendants<Run>().FirstOrDefault()?.RunProperties));
        return found;
    }

    /// <summary>The main text, then every header and footer.</summary>
    public static IEnumerable<OpenXmlPartRootElement> Texts(WordprocessingDocument document)
    {
        var main = document.MainDocumentPart!;
        yield return main.Document!;
        foreach (var header in main.HeaderParts)
            if (header.Header is { } text)
                yield return text;
        foreach (var footer in main.FooterParts)
            if (footer.Footer is { } text)
                yield return text;
    }

    public static string PlaceOf(OpenXmlElement element)
    {
        var text = (element as Paragraph ?? element.Ancestors<Paragraph>().FirstOrDefault())?.InnerText.Trim() ?? "";
        return text.Length <= 40 ? text : $"{text[..40]}…";
    }

    /// <summary>A field of several runs: its start, the instruction, the text that Word showed last, its end.</summary>
    private static void InRuns(Paragraph paragraph, List<FieldPlace> found, List<TemplateProblem>? problems)
    {
        List<OpenXmlElement> elements = [];
        var instruction = new StringBuilder();
        RunProperties? look = null;
        var (depth, isShown) = (0, false);
        foreach (var run in paragraph.Descendants<Run>().Where(r => r.Ancestors<Paragraph>().First() == paragraph).ToList())
        {
            var mark = run.GetFirstChild<FieldChar>()?.FieldCharType?.Value;
            if (mark == FieldCharValues.Begin && ++depth == 1)
                (elements, instruction, look, isShown) = ([], new(), null, false);
            if (depth == 0)
                continue;
            elements.Add(run);
            if (depth > 1 && mark == FieldCharValues.Begin)
                problems?.Add(new("nested-field", PlaceOf(paragraph), "", Blocks: true));
            isShown |= depth == 1 && mark == FieldCharValues.Separate;
            if (depth == 1 && !isShown)
                instruction.Append(string.Concat(run.Elements<FieldCode>().Select(code => code.Text)));
            look ??= isShown || mark == FieldCharValues.Begin ? run.RunProperties : null;
            if (mark == FieldCharValues.End && --depth == 0)
                Add(found, problems, instruction.ToString(), elements, look, paragraph);
        }
        if (depth > 0)
            problems?.Add(new("open-field", PlaceOf(paragraph), "", Blocks: true));
    }

    private static void Add(
        List<FieldPlace> found, List<TemplateProblem>? problems, string instruction, IReadOnlyList<OpenXmlElement> elements, RunProperties? look, OpenXmlElement place)
    {
        var words = instruction.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (words.Length == 0 || OfLayout.Contains(words[0]))
            return;
        if (words is not [var kind, var name, ..] || !kind.Equals("MERGEFIELD", StringComparison.OrdinalIgnoreCase))
            problems?.Add(new("other-field", PlaceOf(place), words[0], Blocks: true));
        else
            found.Add(new FieldPlace(name.Trim('"'), elements, look));
    }
}
