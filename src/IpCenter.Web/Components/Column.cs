using Microsoft.AspNetCore.Components;

namespace IpCenter.Web.Components;

/// <summary>A column of a table; on a phone each cell stands in the row's card under its heading.</summary>
public sealed record Column<TRow>(string Heading, RenderFragment<TRow> Cell, bool IsNumber = false);
