using System.Globalization;
using IpCenter.Casework.Applications;
using IpCenter.Casework.Clocks;
using IpCenter.Casework.Formalities.Catalogue;
using IpCenter.Casework.ReferenceData;

namespace IpCenter.Casework.Letters;

/// <summary>Puts the facts of a letter into the words of its fields.</summary>
public sealed class LetterWording(ReferenceLibrary reference, RuleCatalogue rules)
{
    public LetterValues Values(LetterFacts facts, LetterLanguage language)
    {
        string In(Bilingual text) => language == LetterLanguage.Chinese ? text.Zh : text.En;
        string Day(DateOnly day) => language == LetterLanguage.Chinese
            ? day.ToString("yyyy'年'M'月'd'日'", CultureInfo.InvariantCulture) : day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
        return new(
            new Dictionary<LetterField, string>
            {
                [LetterField.LetterNumber] = facts.LetterNumber,
                [LetterField.CaseNumber] = facts.CaseNumber,
                [LetterField.Product] = facts.Product,
                [LetterField.Firm] = facts.Firm,
                [LetterField.FirmAddress] = facts.FirmAddress,
                [LetterField.IssuedOn] = Day(ChinaTime.DateOf(facts.IssuedAt)),
                [LetterField.Due] = facts.Due is { } due ? Day(due.On) : "",
                [LetterField.DueWhy] = facts.Due is { } date ? In(date.Why) : "",
                [LetterField.Reason] = In(Reason(facts)),
                [LetterField.Round] = facts.Round.ToString(CultureInfo.InvariantCulture),
                [LetterField.CentreName] = In(reference.Center.Name),
                [LetterField.CentreContact] = reference.Center.Contact is { } contact ? In(contact) : "",
            },
            [.. facts.Points.Select((point, at) => new Dictionary<LetterField, string>
            {
                [LetterField.PointNumber] = (at + 1).ToString(CultureInfo.InvariantCulture),
                [LetterField.PointText] = language == LetterLanguage.Chinese ? point.TextZh : point.TextEn,
                [LetterField.PointBasis] = In(Basis(point)),
            })]);
    }

    /// <summary>With what it is called, so that a letter without a reason has no empty heading.</summary>
    private static Bilingual Reason(LetterFacts facts)
    {
        if (facts.Reason.Zh.Trim().Length == 0)
            return Bilingual.Same("");
        return facts.Kind is LetterKind.Passed or LetterKind.Correction
            ? new($"审查员说明：{facts.Reason.Zh.Trim()}", $"The examiner adds: {facts.Reason.En.Trim()}")
            : new($"理由：{facts.Reason.Zh.Trim()}", $"Reason: {facts.Reason.En.Trim()}");
    }

    /// <summary>On what the point rests; a person's own point names no rule.</summary>
    private Bilingual Basis(CorrectionPoint point) => rules.Rules.FirstOrDefault(rule => rule.Id == point.RuleId) is { } rule
        ? new($"{rule.Citation.Basis.Zh}（规则 {rule.Id}）", $"{rule.Citation.Basis.En} (rule {rule.Id})")
        : point.RuleId.Length == 0 ? Bilingual.Same("") : new($"规则 {point.RuleId}", $"Rule {point.RuleId}");
}
