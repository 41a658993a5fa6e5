using IpCenter.Workflow.Expressions;

namespace IpCenter.Workflow.Tests.Expressions;

/// <summary>What the closed grammar accepts, and what each accepted expression gives; every expected value is what a JavaScript engine gives.</summary>
public sealed class GrammarTests
{
    private static readonly ExpressionNames Names = new(
        new Dictionary<string, string> { ["Check"] = "v1", ["Empty"] = "v2", ["List"] = "v3", ["Both"] = "v4", ["name"] = "v5" },
        new HashSet<string> { "CaseId", "Both" });

    private static readonly ExpressionScope Scope = new(
        new Dictionary<string, object?>
        {
            ["v1"] = WorkflowValue.FromJson("""{"outcome":"pass","score":0.5,"parts":[1,"two",null]}"""),
            ["v2"] = null,
            ["v3"] = WorkflowValue.FromJson("""["a","b"]"""),
            ["v4"] = 4.0,
            ["v5"] = "n"
        },
        new Dictionary<string, object?> { ["CaseId"] = "c-1" });

    [Theory]
    // Names and members.
    [InlineData("getVariable('Check').outcome", "\"pass\"")]
    [InlineData("getVariable(\"Check\")['outcome']", "\"pass\"")]
    [InlineData("getCheck().outcome", "\"pass\"")]
    [InlineData("variables.Check.score", "0.5")]
    [InlineData("variables.name", "\"n\"")]
    [InlineData("getInput('CaseId')", "\"c-1\"")]
    [InlineData("getCaseId()", "\"c-1\"")]
    [InlineData("getInput('Both')", "null")]
    [InlineData("getVariable('Both')", "4")]
    [InlineData("variables.Check.missing", "null")]
    [InlineData("variables.Check.missing === undefined", "true")]
    [InlineData("variables.Check.missing === null", "false")]
    [InlineData("getEmpty() === null", "true")]
    [InlineData("getEmpty() === undefined", "false")]
    [InlineData("variables.List.length", "2")]
    [InlineData("variables.List[1]", "\"b\"")]
    [InlineData("variables.List[2]", "null")]
    [InlineData("variables.List['1']", "\"b\"")]
    [InlineData("variables.Check.parts[1][0]", "\"t\"")]
    [InlineData("'快速'.length", "2")]
    [InlineData("variables.Check[ 'out' + 'come' ]", "\"pass\"")]
    // Literals.
    [InlineData("1.50e2", "150")]
    [InlineData(".5", "0.5")]
    [InlineData("'it\\'s \\u5feb\\n'", "\"it's 快\\n\"")]
    [InlineData("({ a: 1, 'b c': [true, null], d: undefined })", """{"a":1,"b c":[true,null]}""")]
    [InlineData("[]", "[]")]
    // Equality without conversion.
    [InlineData("1 === 1.0", "true")]
    [InlineData("1 === '1'", "false")]
    [InlineData("'a' !== 'A'", "true")]
    [InlineData("null === undefined", "false")]
    [InlineData("0/0 === 0/0", "false")]
    [InlineData("variables.List === null", "false")]
    // Order with conversion.
    [InlineData("'b' > 'a'", "true")]
    [InlineData("'10' < '9'", "true")]
    [InlineData("'10' < 9", "false")]
    [InlineData("null >= 0", "true")]
    [InlineData("undefined >= 0", "false")]
    [InlineData("'a' < 1", "false")]
    [InlineData("'a' >= 1", "false")]
    [InlineData("true > false", "true")]
    // Truth.
    [InlineData("!0 && !'' && !null && !undefined && !(0/0)", "true")]
    [InlineData("!!'0' && !![] && !!({})", "true")]
    [InlineData("null || 'x'", "\"x\"")]
    [InlineData("'' && 'x'", "\"\"")]
    [InlineData("getEmpty() && getEmpty().outcome", "null")]
    // Arithmetic.
    [InlineData("1 + 2 * 3 - 4 / 8", "6.5")]
    [InlineData("(1 + 2) * 3", "9")]
    [InlineData("7 % 3 + -7 % 3", "0")]
    [InlineData("10 - 2 - 3", "5")]
    [InlineData("'5' * '2'", "10")]
    [InlineData("'0x10' - 0", "16")]
    [InlineData("true + 1", "2")]
    [InlineData("null + 1", "1")]
    [InlineData("- '3'", "-3")]
    // Addition to text.
    [InlineData("1 + '2'", "\"12\"")]
    [InlineData("1 + 2 + '3'", "\"33\"")]
    [InlineData("'x' + null + undefined + true", "\"xnullundefinedtrue\"")]
    [InlineData("'' + [1, null, 'a', [2, 3]]", "\"1,,a,2,3\"")]
    [InlineData("'' + ({})", "\"[object Object]\"")]
    [InlineData("'' + 0.1", "\"0.1\"")]
    [InlineData("'' + 1e21", "\"1e+21\"")]
    [InlineData("'' + 123456789012345680000", "\"123456789012345680000\"")]
    [InlineData("'' + 0.000001", "\"0.000001\"")]
    [InlineData("'' + 0.00000012", "\"1.2e-7\"")]
    [InlineData("'' + 120.05", "\"120.05\"")]
    [InlineData("'' + 5e-324", "\"5e-324\"")]
    [InlineData("'' + 1.7976931348623157e308", "\"1.7976931348623157e+308\"")]
    [InlineData("'' + 1 / 3", "\"0.3333333333333333\"")]
    [InlineData("'' + 100", "\"100\"")]
    [InlineData("'' + -0", "\"0\"")]
    // Choice, right associative, and precedence.
    [InlineData("false ? 1 : true ? 2 : 3", "2")]
    [InlineData("1 < 2 === true", "true")]
    [InlineData("true || false && false", "true")]
    [InlineData("variables.Check.score >= 0.5 ? 'high' : 'low'", "\"high\"")]
    [InlineData("1 ?.5 : 2", "0.5")]
    public void Accepted_expressions_give_what_JavaScript_gives(string source, string json) =>
        Assert.Equal(WorkflowValue.ToJson(WorkflowValue.FromJson(json)), WorkflowValue.ToJson(JavaScriptParser.Parse(source, Names).Evaluate(Scope)));

    [Theory]
    [InlineData("", 0, "a value is missing")]
    [InlineData("1 +", 3, "a value is missing")]
    [InlineData("1 == 1", 2, "===")]
    [InlineData("1 != 1", 2, "!==")]
    [InlineData("x", 0, "'x' is not known")]
    [InlineData("getVariable('Missing')", 12, "no variable is named 'Missing'")]
    [InlineData("getVariable('check')", 12, "no variable is named 'check'")]
    [InlineData("getVariable(CaseId)", 12, "one name in quotes")]
    [InlineData("getInput('Check')", 9, "no input is named 'Check'")]
    [InlineData("variables", 9, "'.' is missing")]
    [InlineData("getMissing()", 0, "no variable is named 'Missing'")]
    [InlineData("getname()", 0, "'getname' is not known")]
    [InlineData("getBoth()", 0, "both a variable and an input")]
    [InlineData("getCheck", 0, "'getCheck' is not known")]
    [InlineData("variables.name.trim()", 19, "may be called")]
    [InlineData("getCheck()()", 10, "may be called")]
    [InlineData("setVariable('Check', 1)", 0, "'setVariable' is not known")]
    [InlineData("new Date()", 0, "'new' is not known")]
    [InlineData("typeof 1", 0, "'typeof' is not known")]
    [InlineData("return 1", 0, "'return' is not known")]
    [InlineData("{ a: 1 }", 0, "parentheses")]
    [InlineData("1;", 1, "one expression only")]
    [InlineData("a = 1", 2, "assignment")]
    [InlineData("variables.Check = 1", 16, "assignment")]
    [InlineData("() => 1", 3, "functions are not allowed")]
    [InlineData("`x`", 0, "template")]
    [InlineData("1 ?? 2", 2, "'??'")]
    [InlineData("getCheck()?.outcome", 10, "'?.'")]
    [InlineData("2 ** 3", 2, "'**'")]
    [InlineData("1 & 2", 2, "bit operators")]
    [InlineData("+1", 0, "a value was expected")]
    [InlineData("--1", 0, "'--'")]
    [InlineData("010", 0, "leading zero")]
    [InlineData("0x10", 0, "leading zero")]
    [InlineData("1n", 1, "followed by a letter")]
    [InlineData("1e999", 0, "too large")]
    [InlineData("1_000", 1, "followed by a letter")]
    [InlineData("'open", 0, "closing quote")]
    [InlineData("'a\\x41'", 2, "escapes")]
    [InlineData("/* c */ 1", 0, "comments")]
    [InlineData("[1, , 2]", 4, "a value was expected")]
    [InlineData("({ a: 1, a: 2 })", 9, "given twice")]
    [InlineData("({ a })", 5, "':' was expected")]
    [InlineData("({ [1]: 2 })", 3, "a property name")]
    [InlineData("({ __proto__: null })", 3, "inherited")]
    [InlineData("getCheck().constructor", 11, "inherited")]
    [InlineData("getCheck()['toString']", 11, "inherited")]
    [InlineData("[...getList()]", 1, "spread")]
    [InlineData("1 2", 2, "an operator or the end")]
    [InlineData("(1", 2, "')' is missing")]
    [InlineData("状态", 0, "not allowed outside text")]
    public void Everything_else_is_refused_with_its_position(string source, int position, string reason)
    {
        var refusal = Assert.Throws<ExpressionSyntaxException>(() => JavaScriptParser.Parse(source, Names));
        Assert.Equal(position, refusal.Position);
        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("getEmpty().outcome", "at character 11: cannot read 'outcome' of null")]
    [InlineData("variables.Check.missing.deeper", "cannot read 'deeper' of undefined")]
    [InlineData("variables.Check === variables.Check", "two objects are compared")]
    [InlineData("1 / 0", "the result is Infinity")]
    [InlineData("({ a: 'x' * 1 })", "the result is NaN")]
    [InlineData("variables.name.trim", "cannot read 'trim' of a text")]
    [InlineData("variables.List.map", "cannot read 'map' of an array")]
    [InlineData("variables.Check['to' + 'String']", "inherited")]
    public void What_throws_in_JavaScript_or_would_differ_in_Elsa_is_a_fault(string source, string reason)
    {
        var fault = Assert.Throws<ExpressionFaultException>(() => JavaScriptParser.Parse(source, Names).Evaluate(Scope));
        Assert.Contains(reason, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Deep_nesting_and_long_sources_are_refused_instead_of_overflowing()
    {
        Assert.Throws<ExpressionSyntaxException>(() => JavaScriptParser.Parse(new string('(', 1000) + "1", Names));
        Assert.Throws<ExpressionSyntaxException>(() => JavaScriptParser.Parse(new string('!', 1000) + "1", Names));
        Assert.Throws<ExpressionSyntaxException>(() => JavaScriptParser.Parse(string.Join('+', Enumerable.Repeat("1", 3000)), Names));
    }
}
