namespace IpCenter.Casework.Venues;

/// <summary>A fact on which a rule depends; where the question does not tell it, both sides are answered and it is asked for.</summary>
public enum RuleCondition
{
    Always,
    BelowThreshold,
    AtOrOverThreshold,
    AuthorityBelowCounty,
    AuthorityCountyOrAbove,
}
