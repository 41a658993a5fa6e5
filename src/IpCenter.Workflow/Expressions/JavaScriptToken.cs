namespace IpCenter.Workflow.Expressions;

internal enum TokenKind
{
    Number,
    Text,
    Name,
    Symbol,
    End
}

/// <summary>One token; <paramref name="Value"/> is a number's or a string's value, otherwise the text itself.</summary>
internal readonly record struct JavaScriptToken(TokenKind Kind, int Position, string Text, object? Value);
