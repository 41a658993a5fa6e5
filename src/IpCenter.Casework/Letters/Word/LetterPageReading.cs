using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace IpCenter.Casework.Letters.Word;

/// <summary>
/// Reads a Word letter for a page: text, headings, alignment, bold, italic, underline, tables and simple numbering. Pictures and
/// text boxes are left to Word, and the check of a template says so.
/// </summary>
public static partial class LetterPageReading
{
    /// <exception cref="InvalidDataException">The bytes are no Word file.</exception>
    public static LetterPage Read(ReadOnlyMemory<byte> bytes)
    {
        if (WordFile.Check(bytes) is [var problem, ..])
            throw new InvalidDataException($"The letter cannot be read: {problem.Code}.");
        using var document = WordFile.Open(new MemoryStream(bytes.ToArray()), isEditable: false);
        var main = document.MainDocumentPart!;
        var reader = new Reader(main);
        // The first section's own header is the one on the first page; letters have no other.
        return new(
            [.. main.HeaderParts.SelectMany(part => reader.Blocks(part.Header)).Where(HasText)],
            reader.Blocks(main.Document!.Body),
            [.. main.FooterParts.SelectMany(part => reader.Blocks(part.Footer)).Where(HasText)]);
    }

    private static bool HasText(LetterBlock block) => block.Lines.Any(line => line.Trim().Length > 0);

    private sealed class Reader(MainDocumentPart main)
    {
        private readonly Dictionary<string, Style> _styles = main.StyleDefinitionsPart?.Styles?.Elements<Style>()
            .Where(style => style.StyleId?.Value is not null).GroupBy(style => style.StyleId!.Value!).ToDictionary(same => same.Key, same => same.First()) ?? [];

        private readonly Dictionary<int, int> _numbers = [];

        public List<LetterBlock> Blocks(OpenXmlElement? around)
        {
            List<LetterBlock> blocks = [];
            foreach (var element in around?.ChildElements ?? (IEnumerable<OpenXmlElement>)[])
                switch (element)
                {
                    case Paragraph paragraph:
                        blocks.Add(Paragraph(paragraph));
                        break;
                    case Table table:
                        blocks.Add(new LetterTable([.. table.Elements<TableRow>().Select(row => row.Elements<TableCell>().Select(Blocks).ToList())],
                            table.Elements<TableRow>().FirstOrDefault()?.TableRowProperties?.GetFirstChild<TableHeader>() is not null));
                        break;
                    case SdtBlock { SdtContentBlock: { } content }:
                        blocks.AddRange(Blocks(content));
                        break;
                }
            return blocks;
        }

        private LetterParagraph Paragraph(Paragraph paragraph)
        {
            var own = paragraph.ParagraphProperties;
            var styles = StylesOf(own?.ParagraphStyleId?.Val?.Value).ToList();
            var alignment = own?.Justification?.Val?.Value ?? styles.Select(s => s.StyleParagraphProperties?.Justification?.Val?.Value).FirstOrDefault(v => v is not null);
            var indentation = own?.Indentation ?? styles.Select(s => s.StyleParagraphProperties?.Indentation).FirstOrDefault(i => i is not null);
            List<LetterRun> runs = [.. paragraph.Descendants<Run>()
                .Where(run => run.Ancestors<DocumentFormat.OpenXml.Wordprocessing.Paragraph>().First() == paragraph)
                .Select(run => Run(run, styles)).Where(run => run.Text.Length > 0)];
            if (Number(own) is { } number)
                runs.Insert(0, new LetterRun(number, false, false, false));
            return new(AlignmentOf(alignment), Level(styles), IsIndented(indentation), Joined(runs));
        }

        private static LetterRun Run(Run run, List<Style> styles)
        {
            var text = string.Concat(run.ChildElements.Select(child => child switch
            {
                Text words => words.Text,
                TabChar => "\t",
                Break { Type: null } => "\n",
                CarriageReturn => "\n",
                NoBreakHyphen => "-",
                _ => "",
            }));
            var look = run.RunProperties;
            return new(text,
                IsOn(look?.Bold) ?? styles.Select(s => IsOn(s.StyleRunProperties?.Bold)).FirstOrDefault(v => v is not null) ?? false,
                IsOn(look?.Italic) ?? styles.Select(s => IsOn(s.StyleRunProperties?.Italic)).FirstOrDefault(v => v is not null) ?? false,
                look?.Underline?.Val?.Value is { } line && line != UnderlineValues.None);
        }

        /// <summary>The style and those that it is based on.</summary>
        private IEnumerable<Style> StylesOf(string? id)
        {
            var seen = new HashSet<string>();
            while (id is not null && seen.Add(id) && _styles.TryGetValue(id, out var style))
            {
                yield return style;
                id = style.BasedOn?.Val?.Value;
            }
        }

        /// <summary>Chinese Word calls its styles by other ids, but their names are the same everywhere.</summary>
        private static int Level(List<Style> styles)
        {
            foreach (var name in styles.Select(style => style.StyleName?.Val?.Value ?? ""))
            {
                if (name.Equals("title", StringComparison.OrdinalIgnoreCase))
                    return 1;
                if (HeadingName().Match(name) is { Success: true } heading)
                    return int.Parse(heading.Groups[1].Value, CultureInfo.InvariantCulture);
            }
            return 0;
        }

        /// <summary>Lists of Word: counted where they are numbers, a dot otherwise.</summary>
        private string? Number(ParagraphProperties? own)
        {
            if (own?.NumberingProperties?.NumberingId?.Val?.Value is not { } list || list == 0)
                return null;
            var numbering = main.NumberingDefinitionsPart?.Numbering;
            var shape = numbering?.Elements<NumberingInstance>().FirstOrDefault(n => n.NumberID?.Value == list)?.AbstractNumId?.Val?.Value;
            var format = numbering?.Elements<AbstractNum>().FirstOrDefault(n => n.AbstractNumberId?.Value == shape)?
                .Elements<Level>().FirstOrDefault()?.NumberingFormat?.Val?.Value;
            if (format is null || format == NumberFormatValues.Bullet || format == NumberFormatValues.None)
                return "· ";
            var at = _numbers[list] = _numbers.GetValueOrDefault(list) + 1;
            return string.Create(CultureInfo.InvariantCulture, $"{at}. ");
        }

        private static List<LetterRun> Joined(List<LetterRun> runs)
        {
            List<LetterRun> joined = [];
            foreach (var run in runs)
                if (joined is [.., var last] && last with { Text = run.Text } == run)
                    joined[^1] = last with { Text = last.Text + run.Text };
                else
                    joined.Add(run);
            return joined;
        }

        private static bool? IsOn(OnOffType? mark) => mark is null ? null : mark.Val?.Value ?? true;

        private static bool IsIndented(Indentation? indentation) => (indentation?.FirstLineChars?.Value ?? 0) > 0
            || (int.TryParse(indentation?.FirstLine?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var twips) && twips > 0);

        private static LetterAlignment AlignmentOf(JustificationValues? value) =>
            value == JustificationValues.Center ? LetterAlignment.Centre
            : value == JustificationValues.Right || value == JustificationValues.End ? LetterAlignment.End
            : value == JustificationValues.Both || value == JustificationValues.Distribute ? LetterAlignment.Both
            : LetterAlignment.Start;
    }

    [GeneratedRegex(@"^heading (\d)$", RegexOptions.IgnoreCase)]
    private static partial Regex HeadingName();
}
