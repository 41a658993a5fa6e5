using System.Security.Cryptography;

namespace IpCenter.Casework.People;

/// <summary>A password that somebody else has seen: good for one sign-in, in which it is changed.</summary>
public static class OneTimePassword
{
    /// <summary>Stands with the account, and so in its session, until the person has chosen a password.</summary>
    public const string Claim = "must-change-password";

    /// <summary>No letter or digit that is taken for another when it is read out or copied by hand.</summary>
    private const string Alphabet = "abcdefghjkmnpqrstuvwxyz23456789";

    private const int Groups = 4;
    private const int GroupLength = 4;

    /// <summary>Four groups of four out of 31 characters: 79 bits.</summary>
    public static string Make() =>
        string.Join('-', Enumerable.Range(0, Groups).Select(_ => RandomNumberGenerator.GetString(Alphabet, GroupLength)));
}
