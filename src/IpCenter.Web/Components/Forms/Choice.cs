namespace IpCenter.Web.Components.Forms;

/// <summary>One answer to choose: what is sent, and what is read.</summary>
public sealed record Choice(string Value, string Text, string? Hint = null);
