using IpCenter.Casework.Processes.Handlers;
using IpCenter.Workflow.Runtime;
using Microsoft.Extensions.DependencyInjection;

namespace IpCenter.Casework.Processes;

/// <summary>The tasks that the system does itself; every other task of a definition is a person's.</summary>
public static class SystemTasks
{
    /// <summary>Task name → handler. Listed by hand, so that reading it shows what the system can do.</summary>
    public static IReadOnlyDictionary<string, Type> Handlers { get; } = new Dictionary<string, Type>
    {
        ["EnterStage"] = typeof(EnterStage),
        ["ComputeDeadline"] = typeof(ComputeDeadline),
        ["SendNotice"] = typeof(SendNotice),
        ["SendReminder"] = typeof(SendReminder),
        ["CheckFormalities"] = typeof(CheckFormalities),
        ["SearchPriorDesigns"] = typeof(SearchPriorDesigns),
        ["DrawSample"] = typeof(DrawSample),
        ["RecordDecision"] = typeof(RecordDecision),
        ["PublishDesign"] = typeof(PublishDesign),
        ["LeaveFastLane"] = typeof(LeaveFastLane),
        ["CloseCase"] = typeof(CloseCase),
        ["SealEvidence"] = typeof(SealEvidence),
        ["MatchRegister"] = typeof(MatchRegister),
        ["AlertProcurator"] = typeof(AlertProcurator),
        ["OpenReferral"] = typeof(OpenReferral),
        ["ProposeVenue"] = typeof(ProposeVenue),
        ["BuildDossier"] = typeof(BuildDossier),
        ["SendReferral"] = typeof(SendReferral),
        ["TransferReferral"] = typeof(TransferReferral),
        ["ReportOutcome"] = typeof(ReportOutcome),
    };

    public static IReadOnlySet<string> Names { get; } = Handlers.Keys.ToHashSet();

    internal static void Register(IServiceCollection services)
    {
        foreach (var (name, type) in Handlers)
        {
            services.AddScoped(type);
            services.AddKeyedScoped(name, (provider, _) => (IWorkflowTaskHandler)provider.GetRequiredService(type));
        }
    }
}
