using IpCenter.Workflow.Tests.Support;

namespace IpCenter.Workflow.Tests.Model;

/// <summary>
/// Random definitions in the engine and in an interpreter that was written from the contract alone. Structured processes are
/// accepted by construction; of wild flowcharts those that the loader accepts must mean the same to both.
/// </summary>
public sealed class ModelTests
{
    private const int Structured = 300;
    private const int Wild = 1500;
    private const int Walks = 3;

    [Fact]
    public void Structured_definitions_are_accepted_and_run_as_the_contract_says()
    {
        for (var seed = 0; seed < Structured; seed++)
        {
            var flow = StructuredDefinition.Draw(new Random(seed));
            var reading = flow.Read();
            Assert.True(reading.IsValid, $"structured {seed}:\n{string.Join('\n', reading.Problems)}\n{new ReferenceChart(flow.ToString())}");
            Walk($"structured {seed}", flow);
        }
    }

    [Fact]
    public void Wild_definitions_that_the_loader_accepts_run_as_the_contract_says()
    {
        var (accepted, withLoop) = (0, 0);
        for (var seed = 0; seed < Wild; seed++)
        {
            var flow = WildDefinition.Draw(new Random(seed));
            if (!flow.Read().IsValid)
                continue;
            accepted++;
            withLoop += new ReferenceChart(flow.ToString()).HasLoop ? 1 : 0;
            Walk($"wild {seed}", flow);
        }
        Assert.True(accepted > Wild / 4 && withLoop > Wild / 20, $"too few to say anything: {accepted} of {Wild} accepted, {withLoop} with a loop");
    }

    private static void Walk(string name, FlowText flow)
    {
        var chart = new ReferenceChart(flow.ToString());
        var definition = flow.Definition();
        for (var walk = 0; walk < Walks; walk++)
            if (RandomWalk.Take(chart, definition, walk) is { Difference: not null } pair)
                Assert.Fail(SmallestDifference.Tell($"{name}, walk {walk}", flow, pair));
    }
}
