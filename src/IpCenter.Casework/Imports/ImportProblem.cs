namespace IpCenter.Casework.Imports;

/// <summary>Something wrong with a row, or doubtful in it.</summary>
/// <param name="Code">Key of the words, such as <c>date.impossible</c>.</param>
/// <param name="Column">Where it stands; <c>null</c>: the row as a whole.</param>
/// <param name="Value">The text of the cell that is meant.</param>
/// <param name="IsWarning">The row is taken all the same.</param>
/// <param name="Arguments">What the words name, in order.</param>
public sealed record ImportProblem(string Code, ImportColumn? Column, string? Value, bool IsWarning, IReadOnlyList<string> Arguments)
{
    public static ImportProblem At(ImportColumn? column, string code, string? value, params string[] arguments) => new(code, column, value, IsWarning: false, arguments);

    public static ImportProblem Warning(ImportColumn? column, string code, string? value, params string[] arguments) => new(code, column, value, IsWarning: true, arguments);
}
