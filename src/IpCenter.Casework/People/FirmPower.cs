namespace IpCenter.Casework.People;

/// <summary>What a person may do for a firm. Each power holds those before it.</summary>
public enum FirmPower
{
    /// <summary>Gets the firm's notices, to pass them on; sees no case.</summary>
    Notices,

    /// <summary>Looks at the firm's cases and changes nothing (查阅).</summary>
    Read,

    /// <summary>Files for the firm and answers for it (经办人).</summary>
    Act,

    /// <summary>Decides who does what for the firm, and about its recordal (负责人). Only the firm's own people.</summary>
    Govern,
}
