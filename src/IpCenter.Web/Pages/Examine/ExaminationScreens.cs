using IpCenter.Web.Pages.Recordals;
using IpCenter.Web.Pages.Supervise;

namespace IpCenter.Web.Pages.Examine;

/// <summary>What the pages of the examining staff read and do.</summary>
internal static class ExaminationScreens
{
    public static void AddExaminationScreens(this WebApplicationBuilder builder) => builder.Services
        .AddScoped<StaffQuery>()
        .AddScoped<WorkloadQuery>()
        .AddScoped<EscalatedTasksQuery>()
        .AddScoped<AssignmentQuery>()
        .AddScoped<StaffDesksQuery>()
        .AddScoped<RecordalsQuery>()
        .AddScoped<QueueExport>()
        .AddScoped<PlaceWords>()
        .AddScoped<RemarkBasis>()
        .AddScoped<ApplicantReading>()
        .AddScoped<SignActions.Desk>()
        .AddScoped<RemarkDesk>()
        .AddScoped<ExaminationActions.Desk>();

    public static void MapExaminationActions(this WebApplication app)
    {
        ExaminationActions.Map(app);
        SignActions.Map(app);
    }
}
