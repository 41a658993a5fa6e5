namespace IpCenter.Casework.Formalities.Catalogue;

/// <summary>One reason why a rule catalogue was refused, and where in the file.</summary>
public sealed record CatalogueProblem(string Place, string Reason)
{
    public override string ToString() => $"{Place}: {Reason}";
}

/// <summary>The catalogue, or every reason why there is none.</summary>
public sealed record CatalogueResult(RuleCatalogue? Catalogue, IReadOnlyList<CatalogueProblem> Problems);
