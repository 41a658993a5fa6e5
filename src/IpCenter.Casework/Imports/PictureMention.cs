using System.Globalization;
using System.Text;
using IpCenter.Casework.Applications;
using IpCenter.Casework.Formalities.Facts;
using IpCenter.Casework.Formalities.Views;

namespace IpCenter.Casework.Imports;

/// <summary>A picture as the cell names it: <c>主视图=a.jpg</c>, <c>front=a.jpg</c>, or <c>a.jpg</c> alone.</summary>
/// <param name="Position">A place of <see cref="ViewPositions"/>; empty where the cell names none.</param>
public sealed record PictureMention(string Name, int DesignNumber, string Position)
{
    /// <summary>More than any filing has.</summary>
    public const int Most = 100;

    /// <summary>Takes a cell apart, telling everything that is wrong with it.</summary>
    internal static IReadOnlyList<PictureMention> ReadAll(string cell, List<ImportProblem> problems)
    {
        List<PictureMention> mentions = [];
        foreach (var part in cell.Split([';', '；', '\n', '\r'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            if (Read(part, problems) is { } mention)
                mentions.Add(mention);
        if (mentions.Count > Most)
            problems.Add(ImportProblem.At(ImportColumn.Pictures, "pictures.too-many", null, $"{mentions.Count}", $"{Most}"));
        foreach (var twice in mentions.GroupBy(m => m.Name, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1))
            problems.Add(ImportProblem.At(ImportColumn.Pictures, "picture.twice", twice.Key));
        foreach (var place in mentions.Where(m => m.Position.Length > 0).GroupBy(m => (m.DesignNumber, m.Position)).Where(g => g.Count() > 1))
            problems.Add(ImportProblem.At(ImportColumn.Pictures, "picture.position-twice", string.Join("; ", place.Select(m => m.Name)), ZhOf(place.First(), severalDesigns: false)));
        return mentions;
    }

    /// <summary>As <see cref="ReadAll"/> reads it again.</summary>
    internal string Write(bool severalDesigns) => Position.Length == 0 ? Name : $"{ZhOf(this, severalDesigns)}={Name}";

    private static PictureMention? Read(string part, List<ImportProblem> problems)
    {
        var equals = part.AsSpan().IndexOfAny('=', '＝');
        if (equals < 0)
            return Safe(part, 1, "", part, problems);
        var (label, name) = (part[..equals].Trim(), part[(equals + 1)..].Trim());
        if (ViewLabel.Parse(label) is not { Prefix: not ViewPrefix.Component } view || view.Ordinal > 9)
        {
            problems.Add(ImportProblem.At(ImportColumn.Pictures, "picture.position", label));
            return null;
        }
        return Safe(name, view.PrefixNumber ?? 1, view.Kind + view.Ordinal?.ToString(CultureInfo.InvariantCulture), part, problems);
    }

    /// <summary>A name leads to a file beside the table or below it, never elsewhere.</summary>
    private static PictureMention? Safe(string name, int design, string position, string part, List<ImportProblem> problems)
    {
        var path = name.Normalize(NormalizationForm.FormC).Replace('\\', '/');
        while (path.StartsWith("./", StringComparison.Ordinal))
            path = path[2..];
        if (path.Length is > 0 and <= 400 && path[0] != '/' && !path.Contains(':', StringComparison.Ordinal)
            && path.Split('/').All(p => p.Length > 0 && p != ".." && p != ".") && !path.Any(char.IsControl))
            return new(path, design, position);
        problems.Add(ImportProblem.At(ImportColumn.Pictures, "picture.name", part));
        return null;
    }

    private static string ZhOf(PictureMention mention, bool severalDesigns) => ViewPositions.NameOf(
        severalDesigns ? ApplicationKind.SimilarDesigns : ApplicationKind.SingleDesign, mention.DesignNumber, mention.Position);
}
