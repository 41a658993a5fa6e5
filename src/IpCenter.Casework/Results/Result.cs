namespace IpCenter.Casework.Results;

/// <summary>
/// A rule that refused a request: shown to the person, in their words, at its place.
/// </summary>
/// <param name="Code">Key of the message in the resources, such as <c>decision.already-taken</c>.</param>
/// <param name="Field">The form field concerned; <c>null</c> for the request as a whole.</param>
/// <param name="Arguments">What the message names, in order.</param>
public sealed record RuleViolation(string Code, string? Field = null, params string[] Arguments);

/// <summary>What a use case gives back: a value, or all the reasons why not.</summary>
public sealed class Result<T>
{
    private readonly T? _value;

    private Result(T? value, IReadOnlyList<RuleViolation> violations) => (_value, Violations) = (value, violations);

    public IReadOnlyList<RuleViolation> Violations { get; }

    public bool Succeeded => Violations.Count == 0;

    /// <summary>The value; asking a refused result for it is a bug.</summary>
    public T Value => Succeeded
        ? _value!
        : throw new InvalidOperationException($"Refused: {string.Join(", ", Violations.Select(v => v.Code))}.");

    public static implicit operator Result<T>(T value) => new(value, []);

    public static implicit operator Result<T>(RuleViolation violation) => new(default, [violation]);

    public static implicit operator Result<T>(List<RuleViolation> violations) => new(default, violations);
}
