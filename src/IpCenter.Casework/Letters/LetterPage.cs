namespace IpCenter.Casework.Letters;

public enum LetterAlignment
{
    Start,
    Centre,
    End,
    Both,
}

/// <summary>What a page shows of a Word letter: its text in paragraphs and tables, in Word's order.</summary>
public sealed record LetterPage(IReadOnlyList<LetterBlock> Header, IReadOnlyList<LetterBlock> Body, IReadOnlyList<LetterBlock> Footer)
{
    /// <summary>The text alone, a line a paragraph, for comparing two letters or two templates.</summary>
    public IReadOnlyList<string> Lines => [.. Header.Concat(Body).Concat(Footer).SelectMany(block => block.Lines)];
}

public abstract record LetterBlock
{
    public abstract IEnumerable<string> Lines { get; }
}

/// <param name="Level">0 for text, 1 and more for a title and headings.</param>
/// <param name="IsIndented">Whether its first line begins further in, as Chinese letters do.</param>
public sealed record LetterParagraph(LetterAlignment Alignment, int Level, bool IsIndented, IReadOnlyList<LetterRun> Runs) : LetterBlock
{
    public string Text => string.Concat(Runs.Select(run => run.Text));

    public override IEnumerable<string> Lines => [Text];
}

/// <summary>Rows of cells, each with blocks of its own.</summary>
public sealed record LetterTable(IReadOnlyList<IReadOnlyList<IReadOnlyList<LetterBlock>>> Rows, bool HasHeadingRow) : LetterBlock
{
    public override IEnumerable<string> Lines => Rows.Select(row => string.Join('\t', row.Select(cell => string.Join(' ', cell.SelectMany(block => block.Lines)))));
}

/// <summary>A stretch of text of one look; <c>\n</c> breaks the line.</summary>
public sealed record LetterRun(string Text, bool IsBold, bool IsItalic, bool IsUnderlined);
