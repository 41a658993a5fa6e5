namespace IpCenter.Casework.Tests.Durability;

/// <summary>Tests that keep every core busy with processes of their own run when the others are done.</summary>
[CollectionDefinition(Collection, DisableParallelization = true)]
public sealed class Alone
{
    public const string Collection = "alone on the machine";
}
