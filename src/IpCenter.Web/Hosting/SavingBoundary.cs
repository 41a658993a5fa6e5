using IpCenter.Casework.Data;
using IpCenter.Casework.Results;
using IpCenter.Workflow.Runtime;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Web.Hosting;

/// <summary>
/// Where a person's action is saved: one use case, one save, then the processes are woken. A double click that raced
/// itself is tried once more (use cases find by id what is there already); a change that somebody else made first is
/// told as <see cref="ChangedMeanwhile"/>, with nothing of this action saved.
/// </summary>
public sealed class SavingBoundary(CaseworkDbContext db, WorkflowRunner processes)
{
    /// <summary>Code of the violation: somebody else was faster.</summary>
    public const string ChangedMeanwhile = "changed-meanwhile";

    /// <summary>Code of the violation: so many wrote that this action found no turn; nothing of it is saved.</summary>
    public const string Busy = "busy";

    private const int Tries = 3;

    /// <param name="mayRepeat">The action reads anew and changes its own part only, so it may follow somebody else's change.</param>
    public async Task<Result<T>> SaveAsync<T>(Func<CancellationToken, Task<Result<T>>> act, CancellationToken ct, bool mayRepeat = false)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                var result = await act(ct);
                if (!result.Succeeded)
                {
                    await db.LetGoAsync();
                    return result;
                }
                await db.SaveChangesAsync(ct);
                processes.Wake();
                return result;
            }
            catch (Exception failure) when (WriteTurn.WasMissed(failure))
            {
                await GiveUpAsync();
                return new RuleViolation(Busy);
            }
            catch (DbUpdateConcurrencyException)
            {
                await GiveUpAsync();
                if (!mayRepeat || tries == Tries)
                    return new RuleViolation(ChangedMeanwhile);
            }
            catch (DbUpdateException) when (tries < Tries)
            {
                await GiveUpAsync();
            }
        }
    }

    private async Task GiveUpAsync()
    {
        db.ChangeTracker.Clear();
        await db.LetGoAsync();
    }
}
