namespace IpCenter.Casework.Letters;

/// <summary>A letter as it went out, in both languages; its files lie in the vault and never change.</summary>
public sealed class Letter
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    public required LetterKind Kind { get; init; }

    /// <summary>The case's number and a count, such as <c>CX-D-2026-00042-02</c>.</summary>
    public required string Number { get; init; }

    public required DateTimeOffset IssuedAt { get; init; }

    public required string ChineseSha256 { get; init; }

    public required string EnglishSha256 { get; init; }

    /// <summary>The version of the template; <c>null</c> for the one that comes with the application.</summary>
    public Guid? ChineseTemplateId { get; init; }

    public Guid? EnglishTemplateId { get; init; }

    public string Sha256Of(LetterLanguage language) => language == LetterLanguage.Chinese ? ChineseSha256 : EnglishSha256;
}
