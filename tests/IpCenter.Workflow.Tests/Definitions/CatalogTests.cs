using IpCenter.Testing;
using IpCenter.Workflow.Definitions;
using IpCenter.Workflow.Tests.Support;

namespace IpCenter.Workflow.Tests.Definitions;

public sealed class CatalogTests
{
    [Fact]
    public void A_folder_is_read_with_the_folders_below_it_and_names_files_relative_to_itself()
    {
        var reading = WorkflowCatalog.Load(Repository.PathTo("tests/IpCenter.Workflow.Tests"), Rules.Lenient);
        Assert.Contains(reading.Problems, problem => problem is { File: "Definitions/design-demo.json", ActivityId: "check" });
    }

    [Fact]
    public void A_folder_that_does_not_exist_throws() =>
        Assert.Throws<DirectoryNotFoundException>(() => WorkflowCatalog.Load(Repository.PathTo("no/such/folder"), Rules.Lenient));

    [Fact]
    public void Latest_is_the_published_version_and_Find_gives_any()
    {
        FlowText Version(int number, bool isPublished)
        {
            var flow = new FlowText("flow", number).Start().End().Arrows("start > end");
            flow.File["isPublished"] = isPublished;
            return flow;
        }
        var catalog = WorkflowCatalog.Read(
            [
                KeyValuePair.Create("1.json", Version(1, false).ToString()),
                KeyValuePair.Create("2.json", Version(2, true).ToString()),
                KeyValuePair.Create("3.json", Version(3, false).ToString())
            ],
            Rules.Lenient).Catalog!;
        Assert.Equal(2, catalog.Latest("flow").Version);
        Assert.Equal([1, 2, 3], catalog.Definitions.Select(definition => definition.Version));
        Assert.Equal(3, catalog.Find("flow", 3)?.Version);
        Assert.Null(catalog.Find("flow", 4));
        Assert.Throws<KeyNotFoundException>(() => catalog.Latest("other"));
    }

    [Theory]
    [InlineData("String", "快", "\"快\"")]
    [InlineData("Int32", "3", "3")]
    [InlineData("Decimal", "1.5", "1.5")]
    [InlineData("Boolean", "True", "true")]
    [InlineData("Int32?", "", "null")]
    [InlineData("Object", "plain text", "\"plain text\"")]
    [InlineData("ObjectDictionary", "{\"a\":1}", "{\"a\":1}")]
    [InlineData("List<String>", "[\"a\"]", "[\"a\"]")]
    [InlineData("TimeSpan", "10.00:00:00", "\"10.00:00:00\"")]
    public void Default_values_are_text_converted_to_the_variables_type(string type, string text, string json)
    {
        var definition = new FlowText().Variable("V", type, text).Start().End().Arrows("start > end").Definition();
        Assert.Equal(json, IpCenter.Workflow.Expressions.WorkflowValue.ToJson(definition.Variables.Single().Default));
    }
}
