using System.Globalization;
using IpCenter.Web.Components;

namespace IpCenter.Web.Pages.Compare;

/// <summary>Which two pictures stand side by side: what the address of the comparison says.</summary>
/// <param name="Left">The picture on the left; <c>null</c> where it is one that was just sent to the register.</param>
/// <param name="Right">The picture on the right.</param>
public sealed record ComparisonRequest(Guid? Left, Guid Right)
{
    /// <summary>Key of a picture just sent to the register, instead of <see cref="Left"/>.</summary>
    public string? Query { get; init; }

    public MatchBox? LeftBox { get; init; }

    public MatchBox? RightBox { get; init; }

    /// <summary>The one shows the mirror image of the other: the right picture starts mirrored.</summary>
    public bool Mirrored { get; init; }

    /// <summary>The look-alike of an application that is compared, so that the next one can follow.</summary>
    public Guid? Lead { get; init; }

    /// <summary>The page to go back to.</summary>
    public string? Back { get; init; }

    public string Address
    {
        get
        {
            List<string> parts = [Left is { } left ? $"left={left}" : $"query={Uri.EscapeDataString(Query ?? "")}", $"right={Right}"];
            if (LeftBox is not null)
                parts.Add($"lbox={Text(LeftBox)}");
            if (RightBox is not null)
                parts.Add($"rbox={Text(RightBox)}");
            if (Mirrored)
                parts.Add("mirrored=1");
            if (Lead is { } lead)
                parts.Add($"lead={lead}");
            if (Back is not null)
                parts.Add($"back={Uri.EscapeDataString(Back)}");
            return $"/compare?{string.Join('&', parts)}";
        }
    }

    /// <summary>Reads a region, <c>x,y,width,height</c> in shares of the picture; what reaches over its edge is cut off.</summary>
    /// <returns>False where the text is there and is no region.</returns>
    public static bool TryReadBox(string? text, out MatchBox? box)
    {
        box = null;
        if (string.IsNullOrWhiteSpace(text))
            return true;
        var numbers = new List<double>();
        foreach (var part in text.Split(','))
        {
            if (!double.TryParse(part, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
                return false;
            numbers.Add(number);
        }
        if (numbers is not [var x, var y, var width, var height] || width <= 0 || height <= 0)
            return false;
        var (left, top) = (Math.Clamp(x, 0, 1), Math.Clamp(y, 0, 1));
        var (right, bottom) = (Math.Clamp(x + width, 0, 1), Math.Clamp(y + height, 0, 1));
        if (right <= left || bottom <= top)
            return false;
        box = new MatchBox(left, top, right - left, bottom - top);
        return true;
    }

    /// <summary>A region as the address writes it.</summary>
    public static string Text(MatchBox box) => string.Join(',', new[] { box.Left, box.Top, box.Width, box.Height }
        .Select(share => share.ToString("0.####", CultureInfo.InvariantCulture)));
}
