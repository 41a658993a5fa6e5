namespace IpCenter.Workflow.Expressions;

/// <summary>
/// Reads the closed grammar: literals, variables and inputs, member access, <c>=== !== &lt; &lt;= &gt; &gt;= &amp;&amp; || ! + - * / %</c>,
/// the conditional, object and array literals. Everything that it accepts is JavaScript with the same meaning (ECMA-262).
/// </summary>
internal sealed class JavaScriptParser
{
    private const int LongestSource = 4000;
    private const int DeepestNesting = 50;

    private static readonly string[][] BinaryLevels =
        [["||"], ["&&"], ["===", "!=="], ["<", "<=", ">", ">="], ["+", "-"], ["*", "/", "%"]];

    private readonly IReadOnlyList<JavaScriptToken> _tokens;
    private readonly ExpressionNames _names;
    private int _at;
    private int _depth;

    private JavaScriptParser(IReadOnlyList<JavaScriptToken> tokens, ExpressionNames names)
    {
        _tokens = tokens;
        _names = names;
    }

    /// <summary>The expression, or <see cref="ExpressionSyntaxException"/> with position and reason.</summary>
    public static JavaScriptExpression Parse(string source, ExpressionNames names)
    {
        if (source.Length > LongestSource)
            throw new ExpressionSyntaxException(LongestSource, $"an expression has at most {LongestSource} characters");
        var parser = new JavaScriptParser(JavaScriptTokenizer.Tokenize(source), names);
        if (parser.Current.Text == "{")
            throw new ExpressionSyntaxException(0, "JavaScript reads a leading '{' as a block; put the object in parentheses: ({ ... })");
        var root = parser.Conditional();
        return parser.Current.Kind == TokenKind.End
            ? new JavaScriptExpression(source, root)
            : throw parser.Unexpected("an operator or the end");
    }

    private JavaScriptToken Current => _tokens[_at];

    private JavaScriptNode Conditional()
    {
        if (++_depth > DeepestNesting)
            throw new ExpressionSyntaxException(Current.Position, $"an expression nests at most {DeepestNesting} deep");
        var test = Binary(0);
        if (Take("?") is { } question)
        {
            var then = Conditional();
            Expect(":");
            test = new JavaScriptNode.Conditional(question.Position, test, then, Conditional());
        }
        _depth--;
        return test;
    }

    private JavaScriptNode Binary(int level)
    {
        if (level == BinaryLevels.Length)
            return Unary();
        var left = Binary(level + 1);
        while (Current.Kind == TokenKind.Symbol && BinaryLevels[level].Contains(Current.Text))
        {
            var symbol = _tokens[_at++];
            left = new JavaScriptNode.Binary(symbol.Position, symbol.Text, left, Binary(level + 1));
        }
        return left;
    }

    private JavaScriptNode Unary()
    {
        if ((Take("!") ?? Take("-")) is not { } symbol)
            return Members();
        if (++_depth > DeepestNesting)
            throw new ExpressionSyntaxException(symbol.Position, $"an expression nests at most {DeepestNesting} deep");
        var operand = Unary();
        _depth--;
        return new JavaScriptNode.Unary(symbol.Position, symbol.Text, operand);
    }

    private JavaScriptNode Members()
    {
        var node = Primary();
        while (true)
        {
            if (Take(".") is { } dot)
            {
                var name = Expect(TokenKind.Name, "a property name");
                node = new JavaScriptNode.Member(dot.Position, node, new JavaScriptNode.Constant(name.Position, Property(name.Position, name.Text)));
            }
            else if (Take("[") is { } bracket)
            {
                var key = Conditional();
                if (key is JavaScriptNode.Constant { Value: string text })
                    Property(key.Position, text);
                Expect("]");
                node = new JavaScriptNode.Member(bracket.Position, node, key);
            }
            else if (Current.Text == "(" && Current.Kind == TokenKind.Symbol)
                throw new ExpressionSyntaxException(Current.Position, "only getVariable('x'), getInput('x') and getX() may be called");
            else
                return node;
        }
    }

    private JavaScriptNode Primary()
    {
        var token = Current;
        if (token.Kind is TokenKind.Number or TokenKind.Text)
        {
            _at++;
            return new JavaScriptNode.Constant(token.Position, token.Value);
        }
        if (token.Kind == TokenKind.Name)
            return Name();
        if (Take("(") is not null)
        {
            var inner = Conditional();
            Expect(")");
            return inner;
        }
        if (Take("[") is not null)
            return new JavaScriptNode.ArrayLiteral(token.Position, List("]", Conditional));
        if (Take("{") is not null)
            return Object(token.Position);
        throw Unexpected("a value");
    }

    private JavaScriptNode.ObjectLiteral Object(int position)
    {
        var seen = new HashSet<string>();
        return new(position, List("}", () =>
        {
            var key = Current.Kind is TokenKind.Name or TokenKind.Text ? _tokens[_at++] : throw Unexpected("a property name");
            var name = Property(key.Position, (string)key.Value!);
            if (!seen.Add(name))
                throw new ExpressionSyntaxException(key.Position, $"the property '{name}' is given twice");
            Expect(":");
            return KeyValuePair.Create(name, Conditional());
        }));
    }

    private List<T> List<T>(string close, Func<T> item)
    {
        var items = new List<T>();
        if (Take(close) is not null)
            return items;
        do
            items.Add(item());
        while (Take(",") is not null);
        Expect(close);
        return items;
    }

    private JavaScriptNode Name()
    {
        var name = _tokens[_at++];
        switch (name.Text)
        {
            case "true": return new JavaScriptNode.Constant(name.Position, true);
            case "false": return new JavaScriptNode.Constant(name.Position, false);
            case "null": return new JavaScriptNode.Constant(name.Position, null);
            case "undefined": return new JavaScriptNode.Constant(name.Position, Undefined.Value);
            case "getVariable": return Variable(Argument());
            case "getInput": return Input(Argument());
            case "variables":
                Expect(".");
                return Variable(Expect(TokenKind.Name, "a variable's name"));
        }
        if (name.Text.Length > 3 && name.Text.StartsWith("get", StringComparison.Ordinal) && char.IsAsciiLetterUpper(name.Text[3]) && Current.Text == "(")
            return Accessor(name);
        throw new ExpressionSyntaxException(name.Position, $"'{name.Text}' is not known here; variables are read with getVariable('x'), inputs with getInput('x')");
    }

    private JavaScriptNode Accessor(JavaScriptToken name)
    {
        Expect("(");
        Expect(")");
        var target = name with { Value = name.Text[3..] };
        var (isVariable, isInput) = (_names.VariableIds.ContainsKey((string)target.Value!), _names.Inputs.Contains((string)target.Value!));
        if (isVariable && isInput)
            throw new ExpressionSyntaxException(name.Position, $"'{target.Value}' is both a variable and an input; write getVariable or getInput");
        return isInput ? Input(target) : Variable(target);
    }

    private JavaScriptToken Argument()
    {
        Expect("(");
        var text = Expect(TokenKind.Text, "one name in quotes");
        Expect(")");
        return text;
    }

    private JavaScriptNode.Variable Variable(JavaScriptToken name) =>
        _names.VariableIds.TryGetValue((string)name.Value!, out var id)
            ? new(name.Position, id)
            : throw new ExpressionSyntaxException(name.Position, $"no variable is named '{name.Value}'");

    private JavaScriptNode.Input Input(JavaScriptToken name) =>
        _names.Inputs.Contains((string)name.Value!)
            ? new(name.Position, (string)name.Value!)
            : throw new ExpressionSyntaxException(name.Position, $"no input is named '{name.Value}'");

    private static string Property(int position, string name) =>
        JavaScriptEvaluator.IsInherited(name)
            ? throw new ExpressionSyntaxException(position, $"'{name}' is inherited by every JavaScript object and not allowed")
            : name;

    private JavaScriptToken? Take(string symbol) =>
        Current.Kind == TokenKind.Symbol && Current.Text == symbol ? _tokens[_at++] : null;

    private void Expect(string symbol)
    {
        if (Take(symbol) is null)
            throw Unexpected($"'{symbol}'");
    }

    private JavaScriptToken Expect(TokenKind kind, string what) => Current.Kind == kind ? _tokens[_at++] : throw Unexpected(what);

    private ExpressionSyntaxException Unexpected(string expected) =>
        new(Current.Position, Current.Kind == TokenKind.End ? $"{expected} is missing at the end" : $"{expected} was expected, not '{Current.Text}'");
}
