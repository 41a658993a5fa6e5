using IpCenter.Casework.Formalities.Catalogue;
using IpCenter.Testing;

namespace IpCenter.Casework.Tests.Formalities;

/// <summary>The project's own catalogue, read once.</summary>
internal static class Catalogue
{
    public static string Folder { get; } = Repository.PathTo("data/rules");

    public static CatalogueResult Result { get; } = RuleCatalogueReader.ReadFolder(Folder);

    public static RuleCatalogue Rules => Result.Catalogue!;
}
