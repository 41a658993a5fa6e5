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
        var once = new Dictionary<LetterField, string>
        {
            [LetterField.LetterNumber] = facts.LetterNumber,
            [LetterField.CaseNumber] = facts.CaseNumber,
            [LetterField.Product] = facts.Product,
            [LetterField.Firm] = facts.Firm,
            [LetterField.FirmAddress] = facts.FirmAddress,
            [LetterField.IssuedOn] = Day(ChinaTime.DateOf(facts.IssuedAt)),
            [LetterField.Due] = facts.Due is { } due ? due.On is { } on ? Day(on) : In(NotKnown) : "",
            [LetterField.DueWhy] = facts.Due is { } date ? In(date.Why) : "",
            [LetterField.Reason] = In(Reason(facts)),
            [LetterField.Round] = facts.Round.ToString(CultureInfo.InvariantCulture),
            [LetterField.CentreName] = In(reference.Center.Name),
            [LetterField.CentreContact] = reference.Center.Contact is { } contact ? In(contact) : "",
        };
        if (facts.Office is { } office)
            foreach (var (field, words) in OfficeWording.Of(office, date => new(Day(date), Day(date))))
                once[field] = In(words);
        return new(
            once,
            [.. facts.Points.Select((point, at) => new Dictionary<LetterField, string>
            {
                [LetterField.PointNumber] = (at + 1).ToString(CultureInfo.InvariantCulture),
                [LetterField.PointText] = language == LetterLanguage.Chinese ? point.TextZh : point.TextEn,
                [LetterField.PointBasis] = In(Basis(point)),
            })]);
    }

    /// <summary>A last day that the centre cannot tell is not left open, and not guessed.</summary>
    private static readonly Bilingual NotKnown = new("未知（见说明）", "not known (see the note)");

    /// <summary>With what it is called, so that a letter without a reason has no empty heading.</summary>
    private static Bilingual Reason(LetterFacts facts)
    {
        if (facts.Reason.Zh.Trim().Length == 0)
            return Bilingual.Same("");
        var (zh, en) = (facts.Reason.Zh.Trim(), facts.Reason.En.Trim());
        return facts.Kind switch
        {
            LetterKind.Passed or LetterKind.Correction => new($"审查员说明：{zh}", $"The examiner adds: {en}"),
            LetterKind.GrantNotice => new($"更正说明：{zh}", $"What was put right: {en}"),
            LetterKind.OfficeRefused or LetterKind.DeemedWithdrawn or LetterKind.DeemedAbandoned => new($"国家知识产权局的理由：{zh}", $"The office’s reason: {en}"),
            _ => new($"理由：{zh}", $"Reason: {en}"),
        };
    }

    /// <summary>On what the point rests; a person's own point names no rule.</summary>
    private Bilingual Basis(CorrectionPoint point) => rules.Rules.FirstOrDefault(rule => rule.Id == point.RuleId) is { } rule
        ? new($"{rule.Citation.Basis.Zh}（规则 {rule.Id}）", $"{rule.Citation.Basis.En} (rule {rule.Id})")
        : point.RuleId.Length == 0 ? Bilingual.Same("") : new($"规则 {point.RuleId}", $"Rule {point.RuleId}");
}
