namespace IpCenter.Workflow.Tests.Model;

/// <summary>
/// Random definitions in the engine and in an interpreter that was written from the contract alone. Structured processes are
/// accepted by construction; of wild flowcharts those that the loader accepts must mean the same to both.
/// </summary>
public sealed class ModelTests
{
    private const int Structured = 300;
    private const int Wild = 1000;
    private const int Walks = 3;

    [Fact]
    public void Structured_definitions_are_accepted_and_run_as_the_contract_says()
    {
        for (var seed = 0; seed < Structured; seed++)
        {
            var definition = RandomDefinition.Structured(seed);
            var problems = definition.Read().Problems;
            Assert.True(problems.Count == 0, $"{definition.Name} is refused\n{string.Join('\n', problems)}\n{definition.Chart()}");
            Walk(definition);
        }
    }

    [Fact]
    public void Wild_definitions_that_the_loader_accepts_run_as_the_contract_says()
    {
        var (accepted, withLoop) = (0, 0);
        for (var seed = 0; seed < Wild; seed++)
        {
            var definition = RandomDefinition.Wild(seed);
            if (!definition.Read().IsValid)
                continue;
            accepted++;
            withLoop += definition.Chart().HasLoop ? 1 : 0;
            Walk(definition);
        }
        Assert.True(accepted > Wild / 3 && withLoop > Wild / 20, $"too few to say anything: {accepted} of {Wild} accepted, {withLoop} with a loop");
    }

    private static void Walk(RandomDefinition definition)
    {
        var chart = definition.Chart();
        var read = definition.Read().Catalog!.Definitions.Single();
        for (var walk = 0; walk < Walks; walk++)
        {
            var pair = RandomWalk.Take(chart, read, walk);
            if (pair.Difference is not null)
                Assert.Fail(SmallestDifference.Tell($"{definition.Name}, walk {walk}", chart, pair));
        }
    }
}
