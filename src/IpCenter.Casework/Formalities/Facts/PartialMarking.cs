namespace IpCenter.Casework.Formalities.Facts;

/// <summary>How the pictures of a partial design show the protected part (细则第三十条第二款).</summary>
public enum PartialMarking
{
    None,

    /// <summary>The part in solid lines, the rest in dashed lines.</summary>
    SolidAndDashedLines,

    /// <summary>The rest under a layer of one translucent colour.</summary>
    TranslucentLayer,
}
