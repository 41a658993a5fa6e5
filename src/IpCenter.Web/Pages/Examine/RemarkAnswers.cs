using System.Diagnostics.CodeAnalysis;

namespace IpCenter.Web.Pages.Examine;

/// <summary>What is written beside the automatic remarks of a case, sent with the form that the page is about.</summary>
public sealed class RemarkAnswers
{
    public const string Name = "Remark";

    /// <summary>The remark whose button was pressed.</summary>
    public Guid? Overrule { get; set; }

    /// <summary>The reason beside each remark.</summary>
    [AllowNull]
    public Dictionary<Guid, string?> Why { get; set => field = value ?? []; } = [];
}
