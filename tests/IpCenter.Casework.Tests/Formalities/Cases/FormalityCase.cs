using IpCenter.Casework.Formalities.Facts;

namespace IpCenter.Casework.Tests.Formalities.Cases;

/// <summary>One defect: facts that have it, facts that do not, and the words of the citation that it must name.</summary>
internal sealed record FormalityCase(string RuleId, string Defect, string Citation, ApplicationFacts Wrong, ApplicationFacts Right)
{
    public string Key => $"{RuleId} {Defect}";

    public static FormalityCase Of(
        string ruleId, string defect, string citation, Func<ApplicationFacts, ApplicationFacts> wrong, ApplicationFacts? from = null, Func<ApplicationFacts, ApplicationFacts>? right = null)
    {
        var start = from ?? Sample.Good;
        return new FormalityCase(ruleId, defect, citation, wrong(start), right is null ? start : right(start));
    }
}
