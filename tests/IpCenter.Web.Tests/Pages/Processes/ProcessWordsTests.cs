using IpCenter.Testing;
using IpCenter.Web.Pages.Processes;
using IpCenter.Workflow.Engine;

namespace IpCenter.Web.Tests.Pages.Processes;

public sealed class ProcessWordsTests
{
    [Fact]
    public void Every_kind_of_step_and_of_wait_and_every_state_has_words()
    {
        var texts = File.ReadAllText(Repository.PathTo("src/IpCenter.Web/Resources/Processes.zh-CN.resx"));
        string[] keys =
        [
            .. Enum.GetNames<StepKind>().Select(kind => $"kind.{kind}"),
            .. Enum.GetNames<WaitKind>().Select(kind => $"wait.{kind}"),
            .. Enum.GetNames<WorkflowStatus>().Select(status => $"status.{status}"),
        ];

        Assert.All(keys, key => Assert.Contains($"\"{key}\"", texts, StringComparison.Ordinal));
    }
}
