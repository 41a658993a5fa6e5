using IpCenter.Casework.Audit;
using IpCenter.Casework.Data;
using IpCenter.Workflow.Runtime;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;

namespace IpCenter.CrashHost;

/// <summary>
/// The real database context and its way of saving, with the rows of the processes and the audit trail alone: building the whole
/// model would be most of the life of a process that is killed after a second.
/// </summary>
internal sealed class CrashContext(DbContextOptions<CrashContext> options, Acknowledgements acknowledgements) : CaseworkDbContext(options)
{
    private static readonly HashSet<Type> Kept =
        [typeof(WorkflowInstance), typeof(WorkflowWait), typeof(WorkflowJournalEntry), typeof(WorkflowInboxEvent), typeof(AuditEvent)];

    public static DbContextOptions<CrashContext> OptionsFor(string file) =>
        SqliteCaseworkDbContext.Configure(new DbContextOptionsBuilder<CrashContext>(), file).Options;

    /// <summary>Saves as the product does and says, after that, what is now promised.</summary>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        var instances = Added<WorkflowInstance>();
        var lines = Added<WorkflowJournalEntry>();
        var effects = Added<AuditEvent>();
        var saved = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        foreach (var instance in instances)
            acknowledgements.Started(instance.Id);
        foreach (var line in lines)
            acknowledgements.Written(line);
        foreach (var effect in effects)
            acknowledgements.Done(effect.Subject);
        return saved;
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Conventions.Remove<DbSetFindingConvention>();
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        builder.ApplyConfigurationsFromAssembly(
            typeof(CaseworkDbContext).Assembly,
            configuration => configuration.GetInterfaces().Any(i => i.IsGenericType && Kept.Contains(i.GenericTypeArguments[0])));
    }

    private List<T> Added<T>() where T : class =>
        [.. ChangeTracker.Entries<T>().Where(entry => entry.State == EntityState.Added).Select(entry => entry.Entity)];
}
