namespace IpCenter.Casework.Formalities.Checks;

/// <summary>The word lists that the checks use; each must be in the file.</summary>
internal static class WordListIds
{
    public const string VagueNames = "vague-names";
    public const string VagueWear = "vague-wear";
    public const string NameEffects = "name-effects";
    public const string NameMaterials = "name-materials";
    public const string NameSizes = "name-sizes";
    public const string KnownLatin = "known-latin";
    public const string GeneralInterfaceNames = "general-interface-names";
    public const string Promotion = "promotion";
    public const string Performance = "performance";
    public const string InnerStructure = "inner-structure";
    public const string Sensitive = "sensitive";
    public const string GameInterfaces = "game-interfaces";
    public const string FlatPrints = "flat-prints";
    public const string OrganisationNames = "organisation-names";

    public static IReadOnlyList<string> All { get; } =
    [
        VagueNames, VagueWear, NameEffects, NameMaterials, NameSizes, KnownLatin, GeneralInterfaceNames,
        Promotion, Performance, InnerStructure, Sensitive, GameInterfaces, FlatPrints, OrganisationNames,
    ];
}
