using System.Globalization;
using IpCenter.Casework.Formalities.Facts;
using IpCenter.Casework.Formalities.Views;

namespace IpCenter.Casework.Applications;

/// <summary>
/// The places for views in the wizard: the kinds of view, with a number behind where several of one kind are
/// filed (<c>Perspective2</c>).
/// </summary>
public static class ViewPositions
{
    /// <summary>The seven that a product with a body needs, in filing order.</summary>
    public static IReadOnlyList<ViewKind> Standard { get; } = [.. ViewNames.Orthographic, ViewKind.Perspective];

    /// <summary>The full official name: <c>主视图</c>, <c>设计2立体图</c>.</summary>
    public static string NameOf(ApplicationKind kind, int designNumber, string position)
    {
        var (view, ordinal) = Parse(position);
        var prefix = kind switch
        {
            ApplicationKind.SimilarDesigns => ViewPrefix.Design,
            ApplicationKind.Set => ViewPrefix.SetItem,
            _ => ViewPrefix.None,
        };
        return new ViewLabel(view, prefix, prefix == ViewPrefix.None ? null : designNumber, Ordinal: ordinal).Zh;
    }

    /// <summary>Whether a place of a form is one of ours; what comes from a browser is checked with this.</summary>
    public static bool IsKnown(string position)
    {
        var letters = position.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
        return position.Length - letters.Length <= 2 && !position.AsSpan(letters.Length).StartsWith("0") && Enum.GetNames<ViewKind>().Contains(letters);
    }

    public static (ViewKind Kind, int? Ordinal) Parse(string position)
    {
        var letters = position.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
        var kind = Enum.Parse<ViewKind>(letters);
        return (kind, letters.Length == position.Length ? null : int.Parse(position.AsSpan(letters.Length), CultureInfo.InvariantCulture));
    }
}
