namespace IpCenter.Workflow.Definitions;

/// <summary>When a new instance may start, by Elsa's names.</summary>
public enum ActivationStrategy
{
    /// <summary>Always.</summary>
    AllowAlways,

    /// <summary>While no other instance of the definition runs.</summary>
    Singleton,

    /// <summary>While no instance of any definition runs under the same correlation id.</summary>
    Correlation,

    /// <summary>While no instance of the definition runs under the same correlation id.</summary>
    CorrelatedSingleton
}
