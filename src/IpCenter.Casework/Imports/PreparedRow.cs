using IpCenter.Casework.Images;

namespace IpCenter.Casework.Imports;

/// <summary>A row that was read, with its pictures; nothing of it is in the register yet.</summary>
/// <param name="Row">Place among the rows, from 1.</param>
/// <param name="Facts"><c>null</c>: not even its number could be read.</param>
internal sealed record PreparedRow(int Row, CsvRow Source, DesignRow? Facts, List<ImportProblem> Problems, IReadOnlyList<PreparedPicture> Pictures)
{
    public bool IsRefused => Facts is null || Problems.Exists(p => !p.IsWarning);
}

/// <summary>A picture of a row.</summary>
/// <param name="Read"><c>null</c>: the design shows these bytes already, or nothing is written.</param>
internal sealed record PreparedPicture(PictureMention Mention, string Sha256, ReadImage? Read);
