using System.ComponentModel.DataAnnotations;

namespace IpCenter.Web.Hosting;

/// <summary>How long the steps of ended processes are kept. Cases, letters, evidence and the audit trail are not touched by it.</summary>
public sealed class RetentionOptions
{
    public const string Section = "Retention";

    /// <summary>Days after the end of a process; nothing means for ever. Which period the law of archives asks for is the centre's to say.</summary>
    [Range(30, 36_500)]
    public int? ProcessHistoryDays { get; set; }
}
