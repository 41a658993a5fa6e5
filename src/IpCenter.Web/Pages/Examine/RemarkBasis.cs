using IpCenter.Casework.Applications;
using IpCenter.Casework.Formalities.Catalogue;
using IpCenter.Web.Languages;

namespace IpCenter.Web.Pages.Examine;

/// <summary>
/// Says what a kept remark rests on in the language of the request. A remark keeps the Chinese words in which it was given; the English
/// ones are the rule's, as long as it still says the same.
/// </summary>
public sealed class RemarkBasis(RuleCatalogue rules)
{
    public string Of(ApplicationRemark remark) =>
        Language.IsEnglish && rules.Rules.FirstOrDefault(rule => rule.Id == remark.RuleId)?.Citation.Basis is { } basis && basis.Zh == remark.Basis
            ? basis.En
            : remark.Basis;
}
