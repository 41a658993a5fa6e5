using IpCenter.Casework.Processes;
using IpCenter.Testing;
using IpCenter.Web.Pages.Processes;
using IpCenter.Workflow.Definitions;
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
            .. Enum.GetValues<JournalEvent>().Except([JournalEvent.Completed, JournalEvent.Cancelled]).Select(happened => $"event.{happened}"),
            .. Enum.GetNames<InstanceFilter>().Select(filter => $"list.{filter}"),
        ];

        Assert.All(keys, key => Assert.Contains($"\"{key}\"", texts, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_stage_of_a_process_has_a_name_and_says_what_comes_next_in_both_languages()
    {
        var stages = WorkflowCatalog.Load(Repository.PathTo("workflows"), new CatalogRules(SystemTasks.Names)).Catalog!.Definitions
            .SelectMany(definition => definition.Activities).OfType<RunTaskActivity>()
            .SelectMany(task => task.PayloadTexts("stage"))
            .Distinct().ToList();

        Assert.Contains("Examination", stages);
        Assert.Contains("CourtIntake", stages);
        foreach (var language in new[] { "zh-CN", "en" })
        {
            var names = File.ReadAllText(Repository.PathTo($"src/IpCenter.Web/Resources/Domain.{language}.resx"));
            var ahead = File.ReadAllText(Repository.PathTo($"src/IpCenter.Web/Resources/Processes.{language}.resx"));
            Assert.All(stages, stage => Assert.Contains($"\"stage.{stage}\"", names, StringComparison.Ordinal));
            Assert.All(stages, stage => Assert.Contains($"\"ahead.{stage}\"", ahead, StringComparison.Ordinal));
        }
    }
}
