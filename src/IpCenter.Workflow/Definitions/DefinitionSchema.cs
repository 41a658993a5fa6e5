using System.Text.Json;
using System.Text.Json.Nodes;

namespace IpCenter.Workflow.Definitions;

/// <summary>
/// The accepted definitions as a JSON schema (draft 7), for completion and checking in editors. It says what can be said of one
/// place at a time; what concerns the flow as a whole is told by the catalogue's reading.
/// </summary>
public static class DefinitionSchema
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n" };

    private static readonly Dictionary<string, (string[] Texts, string? Pattern)> LiteralsOf = new()
    {
        ["TimeSpan"] = ([], @"^(\d{1,8}\.)?([01]\d|2[0-3]):[0-5]\d:[0-5]\d$"),
        ["DateTimeOffset"] = ([], @"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,7})?(Z|[+-]\d{2}:\d{2})$"),
        ["Elsa.Workflows.SwitchMode, Elsa.Workflows.Core"] = (["MatchFirst", "MatchAny"], null),
        ["Elsa.Workflows.Activities.Flowchart.Models.FlowJoinMode, Elsa.Workflows.Core"] = (["WaitAny", "WaitAllActive", "WaitAll"], null)
    };

    /// <summary>The schema's text.</summary>
    public static string ToJson() => Schema().ToJsonString(Indented) + "\n";

    private static JsonObject Schema()
    {
        var schema = Places();
        foreach (var typeName in ActivityContract.All.SelectMany(c => c.Members).Where(m => m.Kind == ActivityMemberKind.Input).Select(m => m.TypeName).Distinct())
            schema["definitions"]![InputName(typeName)] = Input(typeName);
        return schema;
    }

    private static JsonObject Places() => new()
    {
        ["$schema"] = "http://json-schema.org/draft-07/schema#",
        ["title"] = "Process of IpCenter: a workflow definition of Elsa 3",
        ["type"] = "object",
        ["required"] = Texts("id", "definitionId", "name", "version", "toolVersion", "root"),
        ["properties"] = new JsonObject
        {
            ["$schema"] = Text(),
            ["id"] = Text("Of this version; unique over all versions of all definitions."),
            ["definitionId"] = Text("Of the process, over all its versions."),
            ["tenantId"] = Nullable("string"),
            ["name"] = Text(),
            ["description"] = Nullable("string"),
            ["createdAt"] = Text(),
            ["version"] = new JsonObject { ["type"] = "integer", ["minimum"] = 1 },
            ["toolVersion"] = new JsonObject { ["type"] = "string", ["pattern"] = @"^3\." },
            ["variables"] = ArrayOf(Reference("variable")),
            ["inputs"] = ArrayOf(Reference("argument")),
            ["outputs"] = ArrayOf(Reference("argument")),
            ["outcomes"] = ArrayOf(Text()),
            ["customProperties"] = Nullable("object"),
            ["isReadonly"] = Nullable("boolean"),
            ["isSystem"] = Nullable("boolean"),
            ["isLatest"] = Nullable("boolean"),
            ["isPublished"] = Nullable("boolean"),
            ["options"] = Options(),
            ["root"] = Root()
        },
        ["additionalProperties"] = false,
        ["definitions"] = new JsonObject
        {
            ["variable"] = Variable(),
            ["argument"] = Argument(),
            ["expression"] = Expression(),
            ["computed"] = Computed(),
            ["connection"] = Connection(),
            ["maybe text"] = Nullable("string"),
            ["maybe object"] = Nullable("object"),
            ["never"] = Never(),
            ["output"] = Output(),
            ["activity"] = new JsonObject { ["oneOf"] = new JsonArray([.. ActivityContract.All.Select(Activity)]) }
        }
    };

    private static JsonObject Root() => new()
    {
        ["type"] = "object",
        ["required"] = Texts("id", "type", "version", "activities", "connections"),
        ["properties"] = new JsonObject
        {
            ["id"] = Text(),
            ["nodeId"] = Nullable("string"),
            ["name"] = Nullable("string"),
            ["type"] = OneOf("Elsa.Flowchart"),
            ["version"] = new JsonObject { ["type"] = "integer", ["enum"] = new JsonArray(1) },
            ["customProperties"] = Nullable("object"),
            ["metadata"] = Nullable("object"),
            ["variables"] = new JsonObject { ["type"] = "array", ["maxItems"] = 0 },
            ["activities"] = ArrayOf(Reference("activity")),
            ["connections"] = ArrayOf(Reference("connection"))
        },
        ["additionalProperties"] = false
    };

    private static JsonObject Activity(ActivityContract contract)
    {
        var properties = new JsonObject
        {
            ["id"] = Text(),
            ["nodeId"] = Reference("maybe text"),
            ["name"] = Reference("maybe text"),
            ["type"] = OneOf(contract.Type),
            ["version"] = new JsonObject { ["enum"] = new JsonArray(1) },
            ["customProperties"] = Reference("maybe object"),
            ["metadata"] = Reference("maybe object"),
            ["canStartWorkflow"] = Reference("never"),
            ["runAsynchronously"] = Reference("never")
        };
        foreach (var member in contract.Members)
            properties[member.Name] = Member(member);
        return new JsonObject
        {
            ["title"] = contract.Type,
            ["description"] = contract.Summary,
            ["type"] = "object",
            ["required"] = Texts(["id", "type", "version", .. contract.Members.Where(m => m.IsRequired).Select(m => m.Name)]),
            ["properties"] = properties,
            ["additionalProperties"] = false
        };
    }

    private static JsonObject Member(ActivityMember member) => member.Kind switch
    {
        ActivityMemberKind.Output => Reference("output"),
        ActivityMemberKind.Unused => new JsonObject { ["type"] = "null" },
        ActivityMemberKind.Variable => new JsonObject { ["type"] = "object", ["required"] = Texts("id"), ["properties"] = new JsonObject { ["id"] = Text() } },
        ActivityMemberKind.Cases => ArrayOf(new JsonObject
        {
            ["type"] = "object",
            ["required"] = Texts("label", "condition"),
            ["properties"] = new JsonObject { ["label"] = Text(), ["condition"] = Reference("expression") },
            ["additionalProperties"] = false
        }),
        _ when member.IsRequired => Reference(InputName(member.TypeName)),
        _ => new JsonObject { ["anyOf"] = new JsonArray(Reference(InputName(member.TypeName)), new JsonObject { ["type"] = "null" }) }
    };

    private static string InputName(string typeName) => $"input {typeName.Split(',')[0].Split('.')[^1]}";

    private static JsonObject Input(string typeName)
    {
        var (texts, pattern) = LiteralsOf.GetValueOrDefault(typeName, ([], null));
        var literal = texts.Length > 0 ? OneOf(texts) : new JsonObject { ["type"] = Texts("string", "number", "boolean", "null") };
        if (pattern is not null)
            literal["pattern"] = pattern;
        var wrapped = new JsonObject
        {
            ["type"] = "object",
            ["required"] = Texts("typeName", "expression"),
            ["properties"] = new JsonObject
            {
                ["typeName"] = Text(typeName),
                ["memoryReference"] = Nullable("object"),
                ["expression"] = new JsonObject
                {
                    ["anyOf"] = new JsonArray(
                        Constant("Literal", literal.DeepClone()),
                        Reference("computed"))
                }
            },
            ["additionalProperties"] = false
        };
        return new JsonObject { ["description"] = typeName, ["anyOf"] = new JsonArray(wrapped, literal) };
    }

    private static JsonObject Expression() => new()
    {
        ["type"] = "object",
        ["required"] = Texts("type", "value"),
        ["properties"] = new JsonObject { ["type"] = OneOf("Literal", "Object", "JavaScript", "Variable", "Input"), ["value"] = new JsonObject() }
    };

    private static JsonObject Computed() => new()
    {
        ["anyOf"] = new JsonArray(
            Constant("Object", new JsonObject { ["type"] = "string" }),
            Constant("JavaScript", new JsonObject { ["type"] = "string" }),
            Constant("Variable", new JsonObject { ["type"] = "object", ["required"] = Texts("id") }),
            Constant("Input", new JsonObject { ["type"] = "object", ["required"] = Texts("name") }))
    };

    private static JsonObject Constant(string type, JsonNode value) => new()
    {
        ["type"] = "object",
        ["required"] = Texts("type", "value"),
        ["properties"] = new JsonObject { ["type"] = OneOf(type), ["value"] = value },
        ["additionalProperties"] = false
    };

    private static JsonObject Output() => new()
    {
        ["anyOf"] = new JsonArray(
            new JsonObject { ["type"] = "null" },
            new JsonObject
            {
                ["type"] = "object",
                ["required"] = Texts("memoryReference"),
                ["properties"] = new JsonObject
                {
                    ["typeName"] = Nullable("string"),
                    ["memoryReference"] = new JsonObject { ["type"] = "object", ["required"] = Texts("id"), ["properties"] = new JsonObject { ["id"] = Text() } }
                }
            })
    };

    private static JsonObject Variable() => new()
    {
        ["type"] = "object",
        ["required"] = Texts("id", "name", "typeName", "storageDriverTypeName"),
        ["properties"] = new JsonObject
        {
            ["id"] = Text("What outputs and SetVariable refer to."),
            ["name"] = Text("What expressions write."),
            ["typeName"] = Text(),
            ["isArray"] = Nullable("boolean"),
            ["value"] = new JsonObject { ["type"] = Texts("string", "null"), ["description"] = "The default value, written as text." },
            ["storageDriverTypeName"] = OneOf(VariableReader.DurableDriver)
        },
        ["additionalProperties"] = false
    };

    private static JsonObject Argument() => new()
    {
        ["type"] = "object",
        ["required"] = Texts("type", "name"),
        ["properties"] = new JsonObject { ["type"] = Text(), ["name"] = Text() }
    };

    private static JsonObject Connection() => new()
    {
        ["type"] = "object",
        ["required"] = Texts("source", "target"),
        ["properties"] = new JsonObject
        {
            ["source"] = new JsonObject
            {
                ["type"] = "object",
                ["required"] = Texts("activity", "port"),
                ["properties"] = new JsonObject { ["activity"] = Text(), ["port"] = Text() }
            },
            ["target"] = new JsonObject
            {
                ["type"] = "object",
                ["required"] = Texts("activity"),
                ["properties"] = new JsonObject { ["activity"] = Text(), ["port"] = OneOf("In") }
            },
            ["vertices"] = ArrayOf(new JsonObject { ["type"] = "object" })
        }
    };

    private static JsonObject Options() => new()
    {
        ["type"] = Texts("object", "null"),
        ["properties"] = new JsonObject
        {
            ["activationStrategyType"] = Nullable("string"),
            ["incidentStrategyType"] = Nullable("string"),
            ["usableAsActivity"] = Reference("never"),
            ["autoUpdateConsumingWorkflows"] = Nullable("boolean"),
            ["activityCategory"] = Nullable("string"),
            ["commitStrategyName"] = Nullable("string")
        },
        ["additionalProperties"] = false
    };

    private static JsonObject Never() => new() { ["not"] = new JsonObject { ["enum"] = new JsonArray(true) } };

    private static JsonObject Reference(string name) => new() { ["$ref"] = $"#/definitions/{name}" };

    private static JsonObject Text(string? description = null)
    {
        var text = new JsonObject { ["type"] = "string", ["minLength"] = 1 };
        if (description is not null)
            text["description"] = description;
        return text;
    }

    private static JsonObject Nullable(string type) => new() { ["type"] = Texts(type, "null") };

    private static JsonObject OneOf(params string[] values) => new() { ["type"] = "string", ["enum"] = Texts(values) };

    private static JsonObject ArrayOf(JsonObject items) => new() { ["type"] = "array", ["items"] = items };

    private static JsonArray Texts(params string[] values) => new([.. values.Select(value => JsonValue.Create(value))]);
}
