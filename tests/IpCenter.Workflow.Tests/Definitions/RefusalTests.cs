using System.Text.Json.Nodes;
using IpCenter.Workflow.Definitions;
using IpCenter.Workflow.Tests.Support;

namespace IpCenter.Workflow.Tests.Definitions;

/// <summary>One bad definition for each refusal: what is wrong, where, and nothing else.</summary>
public sealed class RefusalTests
{
    private static readonly Dictionary<string, (Action<FlowText> Spoil, string? Activity, string Path, string Reason)> Cases = new()
    {
        ["unknown activity type"] = (f => Set(f, 1, "type", "Elsa.SendEmail"), "check", "$.root.activities[1].type", "'Elsa.SendEmail' is not known"),
        ["unknown activity version"] = (f => Set(f, 1, "version", 2), "check", "$.root.activities[1].version", "only version 1"),
        ["misspelt property"] = (f => Set(f, 1, "Payload", "x"), "check", "$.root.activities[1].Payload", "not known"),
        ["misspelt top-level property"] = (f => f.File["Variables"] = new JsonArray(), null, "$.Variables", "not known"),
        ["trigger"] = (f => Set(f, 4, "customProperties", new JsonObject { ["canStartWorkflow"] = true }), "reply", "$.root.activities[4].customProperties.canStartWorkflow", "Elsa.Start"),
        ["background activity"] = (f => Set(f, 1, "runAsynchronously", true), "check", "$.root.activities[1].runAsynchronously", "background"),
        ["missing input"] = (f => Set(f, 5, "timeSpan", null), "deadline", "$.root.activities[5].timeSpan", "is needed"),
        ["dangling connection"] = (f => f.Arrows("check > nowhere"), null, "$.root.connections[9].target.activity", "'nowhere'"),
        ["unknown port"] = (f => f.Arrows("ok.Maybe > end"), "ok", "$.root.connections[9].source.port", "True, False"),
        ["connection out of an End"] = (f => f.Arrows("end > check"), "end", "$.root.connections[9].source.port", "nothing follows an activity that ends the instance"),
        ["connection twice"] = (f => f.Arrows("ok.False > end"), "ok", "$.root.connections[9]", "two connections"),
        ["other target port"] = (f => Member(f.Root["connections"]![0]!, "target")["port"] = "Out", "check", "$.root.connections[0].target.port", "'In'"),
        ["dead end"] = (f => f.Task("extra").Arrows("ok.False > extra"), "extra", "$.root.activities[8]", "'Done'"),
        ["unreachable activity"] = (f => f.Task("extra").Arrows("extra > end"), "extra", "$.root.activities[8]", "no way leads here"),
        ["two starts"] = (f => f.Activity("again", "Elsa.Start").Arrows("again > end"), null, "$.root.activities", "several Elsa.Start"),
        ["duplicate activity id"] = (f => f.Activity("end", "Elsa.End"), "end", "$.root.activities[8].id", "two activities"),
        ["ISO duration"] = (f => Set(f, 5, "timeSpan", FlowText.Literal("TimeSpan", "P10D")), "deadline", "$.root.activities[5].timeSpan", "fires at once"),
        ["hours beyond a day"] = (f => Set(f, 5, "timeSpan", FlowText.Literal("TimeSpan", "72:00:00")), "deadline", "$.root.activities[5].timeSpan", "3.00:00:00"),
        ["ISO duration in a script"] = (f => Set(f, 5, "timeSpan", FlowText.Script("TimeSpan", "variables.R ? 'P10D' : '10.00:00:00'")), "deadline", "$.root.activities[5].timeSpan", "fires at once"),
        ["variable without driver"] = (f => Variable(f)["storageDriverTypeName"] = null, null, "$.variables[0].storageDriverTypeName", "lost at every wait"),
        ["variable of unknown type"] = (f => Variable(f)["typeName"] = "My.Type, My", null, "$.variables[0].typeName", "drop the value"),
        ["list of unknown type"] = (f => Variable(f)["typeName"] = "List<Thing>", null, "$.variables[0].typeName", "'Thing'"),
        ["default of another type"] = (f => f.Variable("N", "Int32", "1.5"), null, "$.variables[1].value", "no value of the type Int32"),
        ["default that is no text"] = (f => Variable(f)["value"] = 3, null, "$.variables[0].value", "written as text"),
        ["two variables of one name"] = (f => f.Variable("R"), null, "$.variables[1].id", "two variables"),
        ["variables of the flowchart"] = (f => f.Root["variables"] = new JsonArray(new JsonObject { ["id"] = "x" }), null, "$.root.variables", "top of the file"),
        ["expression outside the grammar"] = (f => Set(f, 2, "condition", FlowText.Script("Boolean", "Math.random() > 1")), "ok", "$.root.activities[2].condition.expression.value", "at character 1: 'Math' is not known"),
        ["expression type"] = (f => Set(f, 2, "condition", FlowText.Wrapped("Boolean", "Liquid", "{{ x }}")), "ok", "$.root.activities[2].condition.expression.type", "Literal, Object, JavaScript, Variable and Input"),
        ["input without type name"] = (f => ((JsonObject)f.Root["activities"]![2]!["condition"]!).Remove("typeName"), "ok", "$.root.activities[2].condition.typeName", "type's name"),
        ["unknown variable in an expression"] = (f => Set(f, 2, "condition", FlowText.Wrapped("Boolean", "Variable", FlowText.Reference("Q"))), "ok", "$.root.activities[2].condition.expression.value.id", "'var-Q'"),
        ["unknown result variable"] = (f => Set(f, 1, "result", FlowText.Output("Q")), "check", "$.root.activities[1].result.memoryReference.id", "'var-Q'"),
        ["result variable of a narrow type"] = (f => Set(f.Variable("T", "String"), 1, "result", FlowText.Output("T")), "check", "$.root.activities[1].result.memoryReference.id", "type Object"),
        ["payload without queue"] = (f => Set(f, 1, "payload", FlowText.Script("ObjectDictionary", "({ stage: 1 })")), "check", "$.root.activities[1].payload", "'queue'"),
        ["no payload"] = (f => Set(f, 1, "payload", null), "check", "$.root.activities[1].payload", "'queue'"),
        ["payload without queue in one case"] = (f => Set(f, 1, "payload", FlowText.Script("ObjectDictionary", "variables.R ? ({ queue: 'a' }) : ({ })")), "check", "$.root.activities[1].payload", "'queue'"),
        ["computed task name"] = (f => Set(f, 1, "taskName", FlowText.Script("String", "variables.R")), "check", "$.root.activities[1].taskName", "literal text"),
        ["join mode"] = (f => Set(f, 6, "mode", FlowText.Literal("X", "WaitSome")), "first", "$.root.activities[6].mode", "WaitAny, WaitAllActive, WaitAll"),
        ["branches that are no names"] = (f => Set(f, 3, "branches", FlowText.Wrapped("String[]", "Object", "[\"A\", 2, \"B\"]")), "race", "$.root.activities[3].branches", "all different"),
        ["not a flowchart"] = (f => f.Root["type"] = "Elsa.Sequence", null, "$.root.type", "Elsa.Flowchart"),
        ["lost connections"] = (f => f.Root["customProperties"]!["notFoundConnections"] = new JsonArray(1), null, "$.root.customProperties.notFoundConnections", "lost"),
        ["version 0"] = (f => f.File["version"] = 0, null, "$.version", "start at 1"),
        ["other tool"] = (f => f.File["toolVersion"] = "2.14.0", null, "$.toolVersion", "Elsa 3"),
        ["activation strategy"] = (f => f.File["options"] = new JsonObject { ["activationStrategyType"] = "Singleton" }, null, "$.options.activationStrategyType", "AllowAlways"),
        ["unpublished"] = (f => f.File["isPublished"] = false, null, "$.isPublished", "no version of 'flow' is published")
    };

    public static TheoryData<string> CaseNames => [.. Cases.Keys];

    [Fact]
    public void The_unspoilt_definition_is_accepted() => Assert.Empty(Sound().Read().Problems);

    [Theory]
    [MemberData(nameof(CaseNames))]
    public void A_bad_definition_is_refused_with_its_place(string name)
    {
        var (spoil, activity, path, reason) = Cases[name];
        var flow = Sound();
        spoil(flow);
        var reading = flow.Read();
        Assert.False(reading.IsValid);
        var problem = Assert.Single(reading.Problems, problem => problem.JsonPath == path);
        Assert.Equal(("flow.json", activity), (problem.File, problem.ActivityId));
        Assert.Contains(reason, problem.Reason, StringComparison.Ordinal);
        // Only what follows from the spoilt place may be reported beside it.
        Assert.True(reading.Problems.Count <= 3, string.Join('\n', reading.Problems));
    }

    [Fact]
    public void All_problems_of_all_files_are_reported_at_once()
    {
        var spoilt = new[] { "ISO duration", "misspelt property", "variable without driver", "expression outside the grammar", "dangling connection", "dead end" };
        var flow = Sound();
        foreach (var name in spoilt)
            Cases[name].Spoil(flow);
        var reading = WorkflowCatalog.Read(
            [KeyValuePair.Create("b.json", "{ \"id\": "), KeyValuePair.Create("a.json", flow.ToString())], Rules.Lenient);
        Assert.Null(reading.Catalog);
        foreach (var name in spoilt.Except(["dead end"]))
            Assert.Contains(reading.Problems, problem => problem.File == "a.json" && problem.Reason.Contains(Cases[name].Reason, StringComparison.Ordinal));
        Assert.Contains(reading.Problems, problem => problem is { File: "a.json", ActivityId: "extra" });
        Assert.Contains(reading.Problems, problem => problem is { File: "b.json", JsonPath: "$" });
    }

    [Theory]
    [InlineData("[]", "an object is needed")]
    [InlineData("", "this is not JSON")]
    [InlineData("{ \"id\": 1, \"id\": 2 }", "this is not JSON")]
    [InlineData("// comment\n{}", "this is not JSON")]
    public void A_file_that_is_no_JSON_object_is_refused_not_skipped(string text, string reason)
    {
        var reading = WorkflowCatalog.Read([KeyValuePair.Create("x.json", text)], Rules.Lenient);
        Assert.Contains(reason, Assert.Single(reading.Problems).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_files_with_one_version_and_two_published_versions_are_refused()
    {
        var same = WorkflowCatalog.Read(
            [KeyValuePair.Create("a.json", Sound().ToString()), KeyValuePair.Create("b.json", Sound().ToString())], Rules.Lenient);
        Assert.Equal(["$.version", "$.id", "$.isPublished"], same.Problems.Select(problem => problem.JsonPath));
        Assert.All(same.Problems, problem => Assert.Equal("b.json", problem.File));
    }

    [Fact]
    public void An_empty_object_reports_everything_that_it_lacks()
    {
        var paths = WorkflowCatalog.Read([KeyValuePair.Create("x.json", "{}")], Rules.Lenient).Problems.Select(problem => problem.JsonPath);
        Assert.Superset(new HashSet<string> { "$.id", "$.definitionId", "$.version", "$.name", "$.root.type", "$.root.activities" }, paths.ToHashSet());
    }

    private static FlowText Sound() => new FlowText().Variable("R").Start().Task("check", "R").Decision("ok", "variables.R.outcome === 'pass'")
        .Fork("race", "A", "B").Event("reply").Delay("deadline", "10.00:00:00").Join("first", "WaitAny").End()
        .Arrows("start > check", "check > ok", "ok.True > race", "ok.False > end", "race.A > reply", "race.B > deadline", "reply > first", "deadline > first", "first > end");

    private static void Set(FlowText flow, int activity, string member, JsonNode? value) => Member(flow.Root, "activities")[activity]![member] = value;

    private static JsonNode Member(JsonNode node, string name) => node[name]!;

    private static JsonNode Variable(FlowText flow) => flow.File["variables"]![0]!;
}
