using System.Buffers.Binary;
using System.Security.Cryptography;
using IpCenter.Casework.Cases;
using IpCenter.Casework.Data;
using IpCenter.Casework.ReferenceData;
using IpCenter.Workflow.Runtime;

namespace IpCenter.Casework.Processes.Handlers;

/// <summary>
/// Draws a share of the passed cases for a second reading. The draw follows from the case's id and round alone: it
/// cannot be influenced, and a repeated task draws the same.
/// </summary>
public sealed class DrawSample(CaseworkDbContext db, ReferenceLibrary reference) : CaseTask(db)
{
    public override string TaskName => "DrawSample";

    protected override async Task<TaskResult> DoAsync(CaseFile file, WorkflowTaskContext context, CancellationToken ct)
    {
        var application = await Db.Applications.FindAsync([file.Id], ct);
        Span<byte> seed = stackalloc byte[20];
        file.Id.TryWriteBytes(seed);
        BinaryPrimitives.WriteInt32BigEndian(seed[16..], application!.Round);
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(seed, hash);
        var draw = BinaryPrimitives.ReadUInt32BigEndian(hash) / (double)uint.MaxValue;
        return new TaskResult((decimal)draw < reference.Center.SecondReadingShare ? "sampled" : "not-sampled");
    }
}
