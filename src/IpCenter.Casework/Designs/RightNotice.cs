namespace IpCenter.Casework.Designs;

/// <summary>Notices about a right name it, and lead to its page.</summary>
public static class RightNotice
{
    /// <summary>Argument that names the design; sorts behind those that the words of a notice use.</summary>
    public const string Design = "zz-design";

    public static (string Key, string Value)[] Arguments(Design design, params (string Key, string Value)[] more) =>
        [("number", design.PatentNumber), ("title", design.ProductName), .. more, (Design, $"{design.Id}")];
}
