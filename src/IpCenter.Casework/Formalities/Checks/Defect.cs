namespace IpCenter.Casework.Formalities.Checks;

/// <summary>One way to break a rule that a check can report; the catalogue words it.</summary>
/// <param name="RuleId">The rule.</param>
/// <param name="Case">The case under the rule.</param>
/// <param name="Arguments">The names of the values that the wording may use.</param>
internal sealed record Defect(string RuleId, string Case, IReadOnlyList<string> Arguments)
{
    public Finding At(Place place) => new(this, place);

    public Finding InField(string key) => At(Place.OfField(key));
}
