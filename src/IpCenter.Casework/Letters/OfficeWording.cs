using System.Globalization;

namespace IpCenter.Casework.Letters;

/// <summary>Words for the fields of letters about an answer of the office.</summary>
internal static class OfficeWording
{
    private static readonly Bilingual NotRecorded = new("未登记", "not recorded");

    /// <summary>The office is the only place to pay; its own notice counts.</summary>
    private static readonly Bilingual PayAt = new(
        "国家知识产权局专利业务办理系统网上缴费（中心不收取任何费用）", "on the national office’s online system (the centre itself charges nothing)");

    public static IEnumerable<(LetterField Field, Bilingual Words)> Of(OfficeFacts office, Func<DateOnly, Bilingual> day)
    {
        Bilingual Known(DateOnly? date) => date is { } on ? day(on) : NotRecorded;
        yield return (LetterField.OfficeNumber, Bilingual.Same(office.OfficeNumber ?? ""));
        yield return (LetterField.NoticeOn, Known(office.NoticeOn));
        yield return (LetterField.PatentNumber, Bilingual.Same(office.PatentNumber ?? ""));
        yield return (LetterField.AnnouncedOn, office.AnnouncedOn is { } announced ? day(announced) : Bilingual.Same(""));
        yield return (LetterField.LaneDay, office.LaneDay is { } last ? day(last) : new("未知", "not known"));
        yield return (LetterField.PaidOn, office.PaidOn is { } paid ? day(paid) : new("尚未告知", "not told yet"));
        yield return (LetterField.Remedy, office.Remedy);
        yield return (LetterField.PayAt, PayAt);
        yield return (LetterField.Fees, Fees(office));
        yield return (LetterField.Total, office.Fees.Count == 0 ? NotRecorded : Yuan(office.Total));
    }

    /// <summary>Each fee in a line of its own; where a reduction is counted, what is due without it.</summary>
    private static Bilingual Fees(OfficeFacts office)
    {
        var lines = office.Fees.Select(fee => fee.Words()).ToList();
        if (office.Total < office.FullTotal)
            lines.Add(new(
                $"以上按您填写的“请求费用减缴”计算；本年度没有在国家知识产权局办妥费减备案的，应缴全额{Yuan(office.FullTotal).Zh}。",
                $"This is with the reduction that you asked for. Without this year’s reduction on file at the office the full {Yuan(office.FullTotal).En} are due."));
        return new(string.Join('\n', lines.Select(line => line.Zh)), string.Join('\n', lines.Select(line => line.En)));
    }

    private static Bilingual Yuan(decimal amount)
    {
        var sum = amount.ToString("0.##", CultureInfo.InvariantCulture);
        return new($"{sum}元", $"{sum} yuan");
    }
}
