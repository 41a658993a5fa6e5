using IpCenter.Workflow.Definitions;
using IpCenter.Workflow.Engine;
using IpCenter.Workflow.Tests.Support;

namespace IpCenter.Workflow.Tests.Model;

/// <summary>A state on a random walk and the stimulus that comes next.</summary>
internal sealed record RandomStep(ReferenceChart Chart, WorkflowDefinition Definition, InstanceState State, Stimulus Next)
{
    public Transition Resume(Stimulus stimulus) => WorkflowEngine.Resume(Definition, State, stimulus, EngineDrive.T0.AddHours(1));
}
