using IpCenter.Casework.AbnormalFilings;
using IpCenter.Casework.AnnualFees;
using IpCenter.Casework.Applications;
using IpCenter.Casework.Audit;
using IpCenter.Casework.Calendars;
using IpCenter.Casework.CaseNotes;
using IpCenter.Casework.Cases;
using IpCenter.Casework.Certificates;
using IpCenter.Casework.Data;
using IpCenter.Casework.Designs;
using IpCenter.Casework.Documents;
using IpCenter.Casework.EvaluationReports;
using IpCenter.Casework.Evidence;
using IpCenter.Casework.Examination;
using IpCenter.Casework.Firms;
using IpCenter.Casework.GuestStatus;
using IpCenter.Casework.Images;
using IpCenter.Casework.Imports;
using IpCenter.Casework.Infringements;
using IpCenter.Casework.Letters;
using IpCenter.Casework.Notices;
using IpCenter.Casework.Office;
using IpCenter.Casework.Pauses;
using IpCenter.Casework.People;
using IpCenter.Casework.Processes;
using IpCenter.Casework.Processes.Life;
using IpCenter.Casework.Quality;
using IpCenter.Casework.Referrals;
using IpCenter.Casework.SavedSearches;
using IpCenter.Casework.SimilarDesigns;
using IpCenter.Casework.Staffing;
using IpCenter.Casework.Storage;
using IpCenter.Casework.Tasks;
using IpCenter.Imaging;
using IpCenter.Workflow.Life;
using IpCenter.Workflow.Runtime;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace IpCenter.Casework;

/// <summary>Everything that the casework offers to a host. Listed by hand: reading it is reading what the centre can do.</summary>
public static class CaseworkServices
{
    public static IServiceCollection AddCasework(this IServiceCollection services, CaseworkSources sources)
    {
        services.AddSingleton(sources);
        // A calendar that one host takes up is its own: the sources stay as they were read.
        services.AddSingleton(sources.Reference with { Calendars = sources.Reference.Calendars.Fresh() });
        services.AddSingleton(sources.Rules);
        services.AddSingleton(sources.Workflows);
        services.AddSingleton(sources.Letters);
        return services.AddData().AddProcesses().AddFiles().AddLetters().AddUseCases().AddDesk().AddRights().AddImports().AddClocks();
    }

    private static IServiceCollection AddData(this IServiceCollection services)
    {
        services.AddDbContextPool<CaseworkDbContext, SqliteCaseworkDbContext>((provider, options) =>
            SqliteCaseworkDbContext.Configure(options, provider.GetRequiredService<IOptions<StorageOptions>>().Value.DatabaseFile));
        services.AddSingleton<DatabaseMigration>();
        services.TryAddScoped<IPasswordHasher<Person>, PasswordHasher<Person>>();
        services.TryAddScoped<ILookupNormalizer, UpperInvariantLookupNormalizer>();
        return services
            .AddScoped<AuditTrail>()
            .AddScoped<AuditReading>()
            .AddScoped<ViewerAccess>()
            .AddScoped<CaseAccess>()
            .AddScoped<CaseNumbers>()
            .AddScoped<CaseClockwork>()
            .AddScoped<OpenCase>()
            .AddScoped<NoticeSending>()
            .AddScoped<NoticeRouting>();
    }

    private static IServiceCollection AddProcesses(this IServiceCollection services)
    {
        SystemTasks.Register(services);
        services.AddSingleton<IWorkflowScopeFactory, WorkflowScopes>();
        services.AddSingleton(new WorkflowRunnerOptions());
        services.AddSingleton<WorkflowRunner>();
        return services
            .AddScoped<WorkItemOpening>()
            .AddScoped<IWorkflowStore, EfWorkflowStore>()
            .AddScoped<WorkflowRuntime>()
            .AddScoped<TaskDesk>()
            .AddScoped<WorkflowRetention>()
            .AddScoped<InstanceMigration>()
            .AddScoped<EndProcess>()
            .AddScoped<GovernProcess>()
            .AddScoped<MigrateProcesses>()
            .AddScoped<ProcessForecast>()
            .AddScoped<SettleIncident>();
    }

    private static IServiceCollection AddFiles(this IServiceCollection services)
    {
        services.AddSingleton(provider => new ImageReader(new ImageReaderOptions(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<OriginalsVault>();
        services.AddSingleton<ImageCopies>();
        services.AddSingleton<ViewFeatureStore>();
        services.AddSingleton<IndexFeed>();
        services.AddSingleton<DesignIndex>();
        services.AddScoped<AskForIndexRebuild>();
        services.AddScoped<IndexedDocuments>();
        services.AddScoped<LookAlikes>();
        services.AddScoped<DesignFinder>();
        services.AddScoped<ReadPictureQuery>();
        services.AddSingleton<WatchSearches>();
        services.AddScoped<AskSavedSearch>();
        return services.AddScoped<ReceiveImage>().AddScoped<ReceiveEvidence>().AddScoped<ImageAccess>();
    }

    private static IServiceCollection AddLetters(this IServiceCollection services) => services
        .AddSingleton<LetterWording>()
        .AddSingleton<SampleLetter>()
        .AddScoped<TemplateShelf>()
        .AddSingleton<OfficeRemedies>()
        .AddScoped<OfficeLetters>()
        .AddScoped<DraftLetter>()
        .AddScoped<IssueLetter>()
        .AddScoped<LetterAccess>()
        .AddScoped<GovernTemplates>();

    private static IServiceCollection AddUseCases(this IServiceCollection services) => services
        .AddScoped<RequestRecordal>()
        .AddScoped<SupplyLicence>()
        .AddScoped<HandOutLicence>()
        .AddScoped<DecideRecordal>()
        .AddScoped<AssessRecordal>()
        .AddScoped<SuspendRecordal>()
        .AddScoped<FreeCreditCode>()
        .AddScoped<ReturnCreditCode>()
        .AddSingleton<RemindFirms>()
        .AddScoped<GrantMandate>()
        .AddScoped<GovernFirmPeople>()
        .AddScoped<AcceptInvitation>()
        .AddScoped<OpenAccount>()
        .AddScoped<AdministerPeople>()
        .AddScoped<CheckAuditChain>()
        .AddScoped<EditableApplications>()
        .AddScoped<StartDraft>()
        .AddScoped<SaveDraft>()
        .AddScoped<AddView>()
        .AddScoped<RemoveView>()
        .AddScoped<ArrangementLog>()
        .AddScoped<AddToTray>()
        .AddScoped<PlaceFromTray>()
        .AddScoped<CopyApplication>()
        .AddSingleton<FilingTerms>()
        .AddScoped<KnownAgencies>()
        .AddScoped<OwnEarlierDesigns>()
        .AddScoped<ApplicationFactsReading>()
        .AddScoped<ApplicationCheck>()
        .AddScoped<SubmitApplication>()
        .AddScoped<AnswerCorrection>()
        .AddScoped<WithdrawCase>()
        .AddScoped<DecideExamination>()
        .AddScoped<FoundViewsReading>()
        .AddScoped<RoundComparisonQuery>()
        .AddScoped<ExaminationCaseQuery>()
        .AddScoped<ConfirmSecondReading>()
        .AddScoped<CaseNotesQuery>()
        .AddScoped<WriteCaseNote>()
        .AddScoped<WithdrawCaseNote>()
        .AddScoped<OpenExamination>()
        .AddScoped<JudgeLead>()
        .AddScoped<OverruleRemark>()
        .AddScoped<ReadDocument>()
        .AddScoped<SupplyDocument>()
        .AddScoped<OweDocuments>()
        .AddScoped<JudgeDocument>()
        .AddScoped<HandOutDocument>()
        .AddScoped<CaseDocumentsQuery>()
        .AddSingleton<TellOwedDocuments>()
        .AddSingleton<TellFilingTerms>()
        .AddScoped<GuestCodes>()
        .AddScoped<GuestStatusQuery>()
        .AddScoped<ReadNotices>()
        .AddScoped<RelayNotice>()
        .AddScoped<CaseNoticesQuery>()
        .AddSingleton<BringUpNotices>()
        .AddScoped<FeeDuty>()
        .AddScoped<UnpaidFeesQuery>()
        .AddScoped<OfficeFilingCheck>()
        .AddScoped<RecordOfficeFiling>()
        .AddScoped<RecordFeePayment>()
        .AddScoped<RecordFastTrackMark>()
        .AddScoped<RecordOfficeDecision>()
        .AddScoped<CorrectOfficeFiling>()
        .AddScoped<RestoreFastLane>()
        .AddScoped<RecordGrantNotice>()
        .AddScoped<CorrectGrantNotice>()
        .AddScoped<RegistrationDuty>()
        .AddScoped<RecordRegistration>()
        .AddScoped<StageEvidence>()
        .AddScoped<SubmitReport>()
        .AddScoped<EvidenceAccess>()
        .AddScoped<ExportEvidence>()
        .AddScoped<DecideRoute>()
        .AddScoped<AnswerAlert>()
        .AddScoped<SignPlatformNotice>()
        .AddScoped<RecordPlatformAnswer>()
        .AddScoped<JudgeMatch>()
        .AddScoped<ChooseDesign>()
        .AddScoped<DossierIndex>()
        .AddScoped<VenueProposal>()
        .AddScoped<EditReferral>()
        .AddScoped<ReferralQuery>()
        .AddScoped<ConfirmVenue>()
        .AddScoped<AnswerReferral>()
        .AddScoped<RecordCourtOutcome>()
        .AddScoped<FinishTask>()
        .AddScoped<SaveSearch>()
        .AddScoped<ChangeSavedSearch>()
        .AddScoped<LookAtHits>()
        .AddScoped<SavedSearchesQuery>();

    private static IServiceCollection AddDesk(this IServiceCollection services) => services
        .AddScoped<StaffPicture>()
        .AddScoped<TaskConflicts>()
        .AddScoped<AllocationLog>()
        .AddScoped<ClaimNextTask>()
        .AddScoped<GiveBackTask>()
        .AddScoped<AssignTasks>()
        .AddScoped<TaskQueueQuery>()
        .AddScoped<SetClassSkills>()
        .AddScoped<RecordAbsence>()
        .AddScoped<DeclareRecusal>()
        .AddScoped<SwitchDistribution>()
        .AddScoped<DistributeTasks>()
        .AddScoped<EscalateTasks>()
        .AddScoped<HandlingTimes>()
        .AddScoped<ForecastQuery>()
        .AddScoped<TargetProjectionQuery>()
        .AddScoped<LinkedFirmsCache>()
        .AddScoped<LinkedFirms>()
        .AddScoped<FilingHistoryQuery>()
        .AddScoped<ComparedFilings>()
        .AddScoped<SameFilings>()
        .AddScoped<LikeFilings>()
        .AddScoped<AbnormalSigns>()
        .AddScoped<RecordFinding>()
        .AddScoped<DrawReading>()
        .AddScoped<ReadingsQuery>()
        .AddSingleton<DeskRounds>()
        .AddSingleton<ServiceLevelQuery>();

    private static IServiceCollection AddRights(this IServiceCollection services) => services
        .AddScoped<RightAccess>()
        .AddScoped<ReceiveRightDocument>()
        .AddScoped<RecordRightEntry>()
        .AddScoped<ProposeRightChange>()
        .AddScoped<DecideRightProposal>()
        .AddScoped<ExpireRights>()
        .AddSingleton<AnnualFeeCalendar>()
        .AddScoped<AnnualFeeRecords>()
        .AddScoped<RemindAnnualFees>()
        .AddSingleton<FeeRounds>()
        .AddScoped<FeeCalendarAccess>()
        .AddScoped<OwnRightsQuery>()
        .AddScoped<RequestEvaluation>()
        .AddScoped<EvaluationReportsQuery>()
        .AddScoped<IssueCertificate>()
        .AddScoped<VerifyCertificate>();

    private static IServiceCollection AddImports(this IServiceCollection services) => services
        .AddSingleton<ImportFiles>()
        .AddSingleton<ImportRunner>()
        .AddSingleton<ImportRetention>()
        .AddScoped<StartImport>()
        .AddScoped<GovernImport>()
        .AddScoped<RefusedRows>()
        .AddScoped<ExportDesigns>();

    private static IServiceCollection AddClocks(this IServiceCollection services) => services
        .AddScoped<DeadlineBook>()
        .AddScoped<MoveDeadline>()
        .AddScoped<PauseRights>()
        .AddScoped<PauseRules>()
        .AddScoped<PauseClock>()
        .AddScoped<ResumeClock>()
        .AddSingleton<EndDuePauses>()
        .AddScoped<TargetWhatIfQuery>()
        .AddSingleton<CalendarEditions>()
        .AddScoped<PublishCalendar>()
        .AddScoped<CalendarPreviewQuery>()
        .AddScoped<RecountDates>()
        .AddScoped<RecountOwedDocuments>()
        .AddScoped<RecountAcknowledgements>()
        .AddScoped<RecountEvaluations>()
        .AddScoped<OtherMovingDates>()
        .AddSingleton<CalendarRounds>();
}
