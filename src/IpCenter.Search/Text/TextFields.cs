using IpCenter.Search.Index;

namespace IpCenter.Search.Text;

/// <summary>The fields that words can be looked for in. Their places in the list are in the files: never change one, only add.</summary>
internal static class TextFields
{
    /// <summary>The title first.</summary>
    public static IReadOnlyList<string> All { get; } = ["title", "use", "brief", "number", "owner"];

    public static IReadOnlySet<string> Names { get; } = All.ToHashSet();

    /// <summary>How much an occurrence in a field weighs.</summary>
    public static float WeightOf(int field) => field == 0 ? 3 : 1;

    /// <summary>The place of a field in <see cref="All"/>; <c>null</c>, all of them, for <c>null</c>.</summary>
    public static int? Find(string? name)
    {
        for (var field = 0; field < All.Count; field++)
            if (All[field] == name)
                return field;
        return null;
    }

    public static string TextOf(DocumentFields document, int field) => field == 0 ? document.Title : document.Text.GetValueOrDefault(All[field], "");
}
