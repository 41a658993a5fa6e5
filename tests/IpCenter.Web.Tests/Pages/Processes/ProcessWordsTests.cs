using IpCenter.Web.Pages.Processes;
using IpCenter.Web.Tests.Infrastructure;
using IpCenter.Workflow.Engine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace IpCenter.Web.Tests.Pages.Processes;

public sealed class ProcessWordsTests(WebFactory factory) : IClassFixture<WebFactory>
{
    [Fact]
    public void Every_kind_of_step_and_of_wait_and_every_state_has_words()
    {
        using var scope = factory.Services.CreateScope();
        var texts = scope.ServiceProvider.GetRequiredService<IStringLocalizer<Resources.Processes>>();
        string[] keys =
        [
            .. Enum.GetNames<StepKind>().Select(kind => $"kind.{kind}"),
            .. Enum.GetNames<WaitKind>().Select(kind => $"wait.{kind}"),
            .. Enum.GetNames<WorkflowStatus>().Select(status => $"status.{status}"),
        ];

        Assert.All(keys, key => Assert.False(texts[key].ResourceNotFound, key));
    }
}
