using IpCenter.Casework.Data;
using IpCenter.Casework.Designs;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Web.Pages.Designs;

/// <summary>A proposed change with the right that it is about.</summary>
public sealed record ProposalRow(RightProposal Proposal, Design Design);

/// <summary>Proposed changes for the staff: what waits, oldest first, then what was decided last.</summary>
public sealed class ProposalsQuery(CaseworkDbContext db)
{
    public const int PageSize = 30;

    public async Task<(IReadOnlyList<ProposalRow> Rows, int Count)> ReadAsync(bool open, int page, CancellationToken ct)
    {
        var which = db.RightProposals.AsNoTracking().Where(p => open == (p.DecidedAt == null));
        var count = await which.CountAsync(ct);
        var sorted = open ? which.OrderBy(p => p.SubmittedAt) : which.OrderByDescending(p => p.DecidedAt);
        var rows = await sorted.Skip((Math.Max(1, page) - 1) * PageSize).Take(PageSize).ToListAsync(ct);
        var ids = rows.Select(p => p.DesignId).ToList();
        var designs = await db.Designs.AsNoTracking().Where(d => ids.Contains(d.Id)).ToDictionaryAsync(d => d.Id, ct);
        return ([.. rows.Select(p => new ProposalRow(p, designs[p.DesignId]))], count);
    }

    public async Task<ProposalRow?> FindAsync(Guid id, CancellationToken ct) => await (
        from proposal in db.RightProposals.AsNoTracking()
        join design in db.Designs.AsNoTracking() on proposal.DesignId equals design.Id
        where proposal.Id == id
        select new ProposalRow(proposal, design)).SingleOrDefaultAsync(ct);
}
