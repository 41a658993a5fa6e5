namespace IpCenter.Casework.Formalities;

/// <summary>What kind of place a remark belongs to.</summary>
public enum PlaceKind
{
    Application,
    Field,
    Design,
    View,
}

/// <summary>
/// Where a remark belongs: the whole application, a field (by a key of <see cref="FieldKeys"/>),
/// a design (by its number) or a view (by design number and view name).
/// </summary>
public sealed record Place(PlaceKind Kind, string? Field = null, int? Design = null, string? View = null)
{
    public static Place Application { get; } = new(PlaceKind.Application);

    public static Place OfField(string key) => new(PlaceKind.Field, Field: key);

    public static Place OfDesign(int number) => new(PlaceKind.Design, Design: number);

    public static Place OfView(int design, string view) => new(PlaceKind.View, Design: design, View: view);

    public override string ToString() => Kind switch
    {
        PlaceKind.Field => Field!,
        PlaceKind.Design => $"designs[{Design}]",
        PlaceKind.View => $"designs[{Design}].views[{View}]",
        _ => "application",
    };
}
