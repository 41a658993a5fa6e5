namespace IpCenter.Casework.Formalities.Facts;

/// <summary>What the earlier application was for.</summary>
public enum EarlierRight
{
    Design,
    UtilityModel,
    Invention,
}

/// <summary>A claim to the priority of an earlier application (专利法第二十九条、第三十条).</summary>
public sealed record PriorityClaim
{
    /// <summary>Office of first filing, ST.3 code; "CN" is a domestic claim.</summary>
    public string Country { get; init; } = "";

    public string Number { get; init; } = "";

    public DateOnly? Date { get; init; }

    /// <summary>The last day of the six months with holidays considered; null: the same-numbered day is taken.</summary>
    public DateOnly? LastDay { get; init; }

    public EarlierRight EarlierRight { get; init; }

    /// <summary>A certified copy, or its electronic exchange code, is here.</summary>
    public bool CopySupplied { get; init; }

    public bool EarlierEnjoyedPriority { get; init; }

    public bool EarlierIsGranted { get; init; }

    public bool EarlierIsDivisional { get; init; }

    public bool IsDomestic => string.Equals(Country.Trim(), "CN", StringComparison.OrdinalIgnoreCase);
}
