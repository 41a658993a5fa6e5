using IpCenter.Casework.AbnormalFilings;
using IpCenter.Casework.AnnualFees;
using IpCenter.Casework.Applications;
using IpCenter.Casework.Audit;
using IpCenter.Casework.Calendars;
using IpCenter.Casework.CaseNotes;
using IpCenter.Casework.Cases;
using IpCenter.Casework.Certificates;
using IpCenter.Casework.Designs;
using IpCenter.Casework.Documents;
using IpCenter.Casework.EvaluationReports;
using IpCenter.Casework.Evidence;
using IpCenter.Casework.Firms;
using IpCenter.Casework.GuestStatus;
using IpCenter.Casework.Images;
using IpCenter.Casework.Imports;
using IpCenter.Casework.Infringements;
using IpCenter.Casework.Letters;
using IpCenter.Casework.Notices;
using IpCenter.Casework.Pauses;
using IpCenter.Casework.People;
using IpCenter.Casework.Quality;
using IpCenter.Casework.Referrals;
using IpCenter.Casework.SavedSearches;
using IpCenter.Casework.SearchFeed;
using IpCenter.Casework.Staffing;
using IpCenter.Casework.Tasks;
using IpCenter.Workflow.Runtime;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace IpCenter.Casework.Data;

/// <summary>
/// The one database: cases, people, evidence, the audit trail and the rows of the workflow runtime,
/// so that a step of a case and the step of its process commit together or not at all.
/// </summary>
public class CaseworkDbContext(DbContextOptions options) : IdentityDbContext<Person, IdentityRole<Guid>, Guid>(options)
{
    private IDbContextTransaction? _held;

    public DbSet<Firm> Firms => Set<Firm>();
    public DbSet<Recordal> Recordals => Set<Recordal>();
    public DbSet<RecordalSuspension> RecordalSuspensions => Set<RecordalSuspension>();
    public DbSet<FirmReminder> FirmReminders => Set<FirmReminder>();
    public DbSet<FirmInvitation> FirmInvitations => Set<FirmInvitation>();
    public DbSet<Mandate> Mandates => Set<Mandate>();
    public DbSet<CaseFile> Cases => Set<CaseFile>();
    public DbSet<CaseNumberSeries> CaseNumberSeries => Set<CaseNumberSeries>();
    public DbSet<CaseClockSegment> ClockSegments => Set<CaseClockSegment>();
    public DbSet<CaseDeadline> CaseDeadlines => Set<CaseDeadline>();
    public DbSet<CasePause> CasePauses => Set<CasePause>();
    public DbSet<CalendarEdition> CalendarEditions => Set<CalendarEdition>();
    public DbSet<StoredImage> Images => Set<StoredImage>();
    public DbSet<DesignApplication> Applications => Set<DesignApplication>();
    public DbSet<ApplicationView> ApplicationViews => Set<ApplicationView>();
    public DbSet<TrayPicture> TrayPictures => Set<TrayPicture>();
    public DbSet<ArrangementChange> ArrangementChanges => Set<ArrangementChange>();
    public DbSet<KnownAgency> KnownAgencies => Set<KnownAgency>();
    public DbSet<DraftStepSave> DraftStepSaves => Set<DraftStepSave>();
    public DbSet<ApplicationRemark> ApplicationRemarks => Set<ApplicationRemark>();
    public DbSet<CorrectionRound> CorrectionRounds => Set<CorrectionRound>();
    public DbSet<PriorDesignLead> PriorDesignLeads => Set<PriorDesignLead>();
    public DbSet<Decision> Decisions => Set<Decision>();
    public DbSet<SignFinding> SignFindings => Set<SignFinding>();
    public DbSet<SampleSeed> SampleSeeds => Set<SampleSeed>();
    public DbSet<SampleDraw> SampleDraws => Set<SampleDraw>();
    public DbSet<Design> Designs => Set<Design>();
    public DbSet<DesignView> DesignViews => Set<DesignView>();
    public DbSet<RightEntry> RightEntries => Set<RightEntry>();
    public DbSet<RightProposal> RightProposals => Set<RightProposal>();
    public DbSet<RightDocument> RightDocuments => Set<RightDocument>();
    public DbSet<AnnualFeePayment> AnnualFeePayments => Set<AnnualFeePayment>();
    public DbSet<FeeReminder> FeeReminders => Set<FeeReminder>();
    public DbSet<FeeCalendarAddress> FeeCalendarAddresses => Set<FeeCalendarAddress>();
    public DbSet<EvaluationReport> EvaluationReports => Set<EvaluationReport>();
    public DbSet<StatusCertificate> StatusCertificates => Set<StatusCertificate>();
    public DbSet<DesignImport> DesignImports => Set<DesignImport>();
    public DbSet<DesignImportRow> DesignImportRows => Set<DesignImportRow>();
    public DbSet<InfringementReport> InfringementReports => Set<InfringementReport>();
    public DbSet<ReportMatch> ReportMatches => Set<ReportMatch>();
    public DbSet<EvidenceItem> EvidenceItems => Set<EvidenceItem>();
    public DbSet<CustodyEvent> CustodyEvents => Set<CustodyEvent>();
    public DbSet<Referral> Referrals => Set<Referral>();
    public DbSet<WorkItem> WorkItems => Set<WorkItem>();
    public DbSet<Escalation> Escalations => Set<Escalation>();
    public DbSet<Allocation> Allocations => Set<Allocation>();
    public DbSet<ClassSkill> ClassSkills => Set<ClassSkill>();
    public DbSet<Absence> Absences => Set<Absence>();
    public DbSet<Recusal> Recusals => Set<Recusal>();
    public DbSet<DistributionSwitch> DistributionSwitches => Set<DistributionSwitch>();
    public DbSet<Letter> Letters => Set<Letter>();
    public DbSet<LetterTemplate> LetterTemplates => Set<LetterTemplate>();
    public DbSet<Notice> Notices => Set<Notice>();
    public DbSet<CaseNote> CaseNotes => Set<CaseNote>();
    public DbSet<CaseDocument> CaseDocuments => Set<CaseDocument>();
    public DbSet<OwedDocument> OwedDocuments => Set<OwedDocument>();
    public DbSet<GuestCode> GuestCodes => Set<GuestCode>();
    public DbSet<SavedSearch> SavedSearches => Set<SavedSearch>();
    public DbSet<SavedSearchPicture> SavedSearchPictures => Set<SavedSearchPicture>();
    public DbSet<SavedSearchHit> SavedSearchHits => Set<SavedSearchHit>();
    public DbSet<AuditEvent> AuditEvents => Set<AuditEvent>();
    public DbSet<AccessRecord> AccessRecords => Set<AccessRecord>();
    public DbSet<IndexedChange> IndexedChanges => Set<IndexedChange>();
    public DbSet<WorkflowInstance> WorkflowInstances => Set<WorkflowInstance>();
    public DbSet<WorkflowWait> WorkflowWaits => Set<WorkflowWait>();
    public DbSet<WorkflowJournalEntry> WorkflowJournal => Set<WorkflowJournalEntry>();
    public DbSet<WorkflowInboxEvent> WorkflowInbox => Set<WorkflowInboxEvent>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);

        // Instants are whole milliseconds since 1970: they sort and compare alike on every database.
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UnixMilliseconds>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(CaseworkDbContext).Assembly);
    }

    /// <summary>Saves once, at a boundary: new audit entries take their place in the chain in the same transaction.</summary>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        // Looked for once: everything below would look again at every tracked row.
        ChangeTracker.DetectChanges();
        var detects = ChangeTracker.AutoDetectChangesEnabled;
        ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            return await SaveDetectedAsync(acceptAllChangesOnSuccess, cancellationToken);
        }
        finally
        {
            ChangeTracker.AutoDetectChangesEnabled = detects;
        }
    }

    private async Task<int> SaveDetectedAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken)
    {
        RaiseVersions();
        var entries = ChangeTracker.Entries<AuditEvent>()
            .Where(e => e.State == EntityState.Added)
            .Select(e => e.Entity)
            .OrderBy(e => e.Order)
            .ToList();
        if (entries.Count == 0 && Database.CurrentTransaction is null)
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);

        // The transaction takes the database's write lock at once, so the tail that is read here stays the tail.
        await using var transaction = Database.CurrentTransaction is not { } current
            ? await Database.BeginTransactionAsync(cancellationToken)
            : IsHeld(current) ? current : null;
        var tail = await AuditEvents.AsNoTracking()
            .OrderByDescending(e => e.Sequence)
            .Select(e => new { e.Sequence, e.Hash })
            .FirstOrDefaultAsync(cancellationToken);
        var (sequence, hash) = (tail?.Sequence ?? 0, tail?.Hash ?? AuditChain.Genesis);
        foreach (var entry in entries)
        {
            entry.Chain(++sequence, hash);
            hash = entry.Hash;
        }
        var saved = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        if (transaction is not null)
            await transaction.CommitAsync(cancellationToken);
        return saved;
    }

    /// <summary>
    /// Takes the database's write lock now and keeps it until the next save: what is read from here on is still true when it is saved.
    /// For what everybody draws from, such as the next number; short, and after everything that takes time.
    /// </summary>
    public async Task HoldAsync(CancellationToken ct)
    {
        if (Database.CurrentTransaction is null)
            _held = await Database.BeginTransactionAsync(ct);
    }

    /// <summary>Gives the lock back where the action was given up after all; nothing of it is saved.</summary>
    public async Task LetGoAsync()
    {
        if (Database.CurrentTransaction is { } current && IsHeld(current))
            await current.DisposeAsync();
        _held = null;
    }

    private bool IsHeld(IDbContextTransaction transaction) => ReferenceEquals(transaction, _held);

    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new InvalidOperationException("Saving is asynchronous: SaveChangesAsync.");

    /// <summary>Every changed row with a version gets the next one; who saves second is told.</summary>
    private void RaiseVersions()
    {
        foreach (var entry in ChangeTracker.Entries())
        {
            if (entry.State != EntityState.Modified || entry.Entity is WorkflowInstance)
                continue;
            if (entry.Metadata.FindProperty("Version") is { IsConcurrencyToken: true } version && entry.Property(version).CurrentValue is int current)
                entry.Property(version).CurrentValue = current + 1;
        }
    }
}
