namespace IpCenter.Casework.Formalities.Facts;

/// <summary>Whether the product needs the views of a body or those of a sheet.</summary>
public enum ProductShape
{
    Unanswered,
    ThreeDimensional,
    Flat,
}
