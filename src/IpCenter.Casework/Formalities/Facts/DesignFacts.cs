using IpCenter.Casework.Formalities.Views;

namespace IpCenter.Casework.Formalities.Facts;

/// <summary>One design of the application with its views.</summary>
public sealed record DesignFacts
{
    /// <summary>Counted from 1.</summary>
    public int Number { get; init; } = 1;

    /// <summary>The product name of an item of a set, or of a similar design when it differs; null: the name in the request.</summary>
    public string? ProductName { get; init; }

    /// <summary>The Locarno class of an item of a set; null: the class of the application.</summary>
    public string? LocarnoClass { get; init; }

    /// <summary>The faces that the design points concern; null: all six.</summary>
    public IReadOnlySet<ViewKind>? FacesConcerned { get; init; }

    public IReadOnlyList<ViewFacts> Views { get; init; } = [];
}
