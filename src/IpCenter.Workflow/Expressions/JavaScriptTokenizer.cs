using System.Globalization;
using System.Text;

namespace IpCenter.Workflow.Expressions;

/// <summary>Splits source text into tokens and names every sign of JavaScript that lies outside the closed grammar.</summary>
internal sealed class JavaScriptTokenizer(string source)
{
    // Longest first. Those with a reason are JavaScript, but not ours.
    private static readonly (string Symbol, string? Refusal)[] Symbols =
    [
        ("===", null), ("!==", null), ("...", "spread is not allowed"), ("**", "'**' is not allowed"),
        ("=>", "functions are not allowed"), ("==", "write '===' instead of '=='"), ("!=", "write '!==' instead of '!='"),
        ("<<", "bit operators are not allowed"), (">>", "bit operators are not allowed"),
        ("<=", null), (">=", null), ("&&", null), ("||", null),
        ("??", "'??' is not allowed; write a conditional"), ("?.", "'?.' is not allowed; test with '&&'"),
        ("++", "'++' is not allowed"), ("--", "'--' is not allowed"),
        ("//", "comments are not allowed"), ("/*", "comments are not allowed"),
        ("+=", "assignment is not allowed"), ("-=", "assignment is not allowed"), ("*=", "assignment is not allowed"),
        ("/=", "assignment is not allowed"), ("%=", "assignment is not allowed"),
        ("<", null), (">", null), ("!", null), ("+", null), ("-", null), ("*", null), ("/", null), ("%", null),
        ("?", null), (":", null), ("(", null), (")", null), ("[", null), ("]", null), ("{", null), ("}", null), (",", null), (".", null),
        ("=", "assignment is not allowed; use '===' to compare"), (";", "one expression only, without ';'"),
        ("`", "template strings are not allowed"), ("&", "bit operators are not allowed"), ("|", "bit operators are not allowed"),
        ("^", "bit operators are not allowed"), ("~", "bit operators are not allowed")
    ];

    private int _at;

    public static IReadOnlyList<JavaScriptToken> Tokenize(string source)
    {
        var tokenizer = new JavaScriptTokenizer(source);
        var tokens = new List<JavaScriptToken>();
        do
            tokens.Add(tokenizer.Next());
        while (tokens[^1].Kind != TokenKind.End);
        return tokens;
    }

    private char Current => Peek(0);

    private char Peek(int ahead) => _at + ahead < source.Length ? source[_at + ahead] : '\0';

    private JavaScriptToken Next()
    {
        while (Current is ' ' or '\t' or '\r' or '\n')
            _at++;
        if (_at >= source.Length)
            return new(TokenKind.End, _at, "the end", null);
        if (char.IsAsciiDigit(Current) || (Current == '.' && char.IsAsciiDigit(Peek(1))))
            return Number();
        if (Current is '\'' or '"')
            return Text();
        return IsNameStart(Current) ? Name() : Symbol();
    }

    private JavaScriptToken Number()
    {
        var start = _at;
        if (Current == '0' && (char.IsAsciiDigit(Peek(1)) || IsNameStart(Peek(1))))
            throw new ExpressionSyntaxException(start, "numbers are decimal and have no leading zero");
        Digits();
        if (Current == '.')
        {
            _at++;
            Digits();
        }
        if (Current is 'e' or 'E')
        {
            _at++;
            if (Current is '+' or '-')
                _at++;
            if (!char.IsAsciiDigit(Current))
                throw new ExpressionSyntaxException(_at, "an exponent needs digits");
            Digits();
        }
        if (IsNameStart(Current))
            throw new ExpressionSyntaxException(_at, "a number is followed by a letter");
        var text = source[start.._at];
        var value = double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
        return double.IsFinite(value)
            ? new(TokenKind.Number, start, text, value)
            : throw new ExpressionSyntaxException(start, "the number is too large");
    }

    private void Digits()
    {
        while (char.IsAsciiDigit(Current))
            _at++;
    }

    private JavaScriptToken Text()
    {
        var start = _at;
        var quote = source[_at++];
        var text = new StringBuilder();
        while (Current != quote)
        {
            if (_at >= source.Length || Current is '\r' or '\n')
                throw new ExpressionSyntaxException(start, "the text has no closing quote");
            text.Append(Current == '\\' ? Escape() : source[_at++]);
        }
        _at++;
        return new(TokenKind.Text, start, source[start.._at], text.ToString());
    }

    private char Escape()
    {
        var start = _at++;
        var letter = Current;
        _at++;
        switch (letter)
        {
            case '\\' or '\'' or '"' or '/': return letter;
            case 'n': return '\n';
            case 'r': return '\r';
            case 't': return '\t';
            case 'b': return '\b';
            case 'f': return '\f';
            case 'u' when _at + 4 <= source.Length
                && ushort.TryParse(source.AsSpan(_at, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code):
                _at += 4;
                return (char)code;
            default: throw new ExpressionSyntaxException(start, "escapes are \\\\ \\' \\\" \\/ \\n \\r \\t \\b \\f and \\uXXXX");
        }
    }

    private JavaScriptToken Name()
    {
        var start = _at;
        while (IsNameStart(Current) || char.IsAsciiDigit(Current))
            _at++;
        var text = source[start.._at];
        return new(TokenKind.Name, start, text, text);
    }

    private JavaScriptToken Symbol()
    {
        foreach (var (symbol, refusal) in Symbols)
        {
            if (string.CompareOrdinal(source, _at, symbol, 0, symbol.Length) != 0)
                continue;
            if (symbol == "?." && char.IsAsciiDigit(Peek(2)))
                continue;
            if (refusal is not null)
                throw new ExpressionSyntaxException(_at, refusal);
            _at += symbol.Length;
            return new(TokenKind.Symbol, _at - symbol.Length, symbol, symbol);
        }
        throw new ExpressionSyntaxException(_at, $"'{source[_at]}' is not allowed outside text");
    }

    private static bool IsNameStart(char letter) => char.IsAsciiLetter(letter) || letter is '_' or '$';
}
