using System.Globalization;
using System.Net;
using System.Text;
using IpCenter.Casework.Cases;
using IpCenter.Casework.Clocks;
using IpCenter.Casework.Infringements;

namespace IpCenter.Casework.Evidence;

/// <summary>One piece of an export: the evidence and where it lies in the bag.</summary>
internal sealed record ExportedPiece(EvidenceItem Item, string Path);

/// <summary>The parts of an export that people read: a page to look at, and the custody record as a table.</summary>
internal static class EvidenceSheet
{
    public static string Html(CaseFile file, InfringementReport report, string firm, IReadOnlyList<ExportedPiece> pieces, DateTimeOffset at)
    {
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"""
            <!DOCTYPE html>
            <html lang="zh-CN">
            <head><meta charset="utf-8"><title>{Text(file.Number!)} 证据材料</title></head>
            <body>
            <h1>{Text(file.Number!)} 证据材料 <small lang="en">Evidence</small></h1>
            <table>
            {Row("举报企业", "Reported by", firm)}
            {Row("平台与位置", "Platform and place", $"{report.Platform} {report.LinkOrRoom}")}
            {Row("账号", "Account", report.Account)}
            {Row("看到的时间", "Seen", Time(report.SeenAt))}
            {Row("所见情况", "What was seen", report.Description)}
            {Row("承诺属实的时间", "Declared true", Time(report.DeclaredTrueAt))}
            {Row("导出时间", "Exported", Time(at))}
            </table>
            <h2>原始文件 <small lang="en">Originals</small></h2>
            <p>文件按收到时的字节原样保存；用 SHA-256 可以核对是否被改动。<br><span lang="en">The files are byte for byte as they came; their SHA-256 shows whether they were changed.</span></p>
            <table>
            <tr><th>文件 File</th><th>原名 Name</th><th>SHA-256</th><th>服务器时间 Server clock</th><th>设备时间 Device clock</th><th>固定 Sealed</th></tr>

            """);
        foreach (var (item, path) in pieces)
            page.Append(CultureInfo.InvariantCulture,
                $"<tr><td>{Text(path)}</td><td>{Text(item.FileName)}</td><td><code>{item.Sha256}</code></td><td>{Time(item.ReceivedAt)}</td><td>{Time(item.DeviceTime)}</td><td>{Time(item.SealedAt)}</td></tr>\n");
        return page.Append("</table>\n<p>保管记录见 custody.csv。<span lang=\"en\">The chain of custody is in custody.csv.</span></p>\n</body>\n</html>\n").ToString();
    }

    public static string Custody(IReadOnlyList<ExportedPiece> pieces, IReadOnlyList<CustodyEvent> events)
    {
        var table = new StringBuilder("file,sha256,action,at,by,detail\r\n");
        foreach (var step in events)
        {
            var piece = pieces.Single(p => p.Item.Id == step.EvidenceId);
            table.AppendJoin(',', new[] { piece.Path, piece.Item.Sha256, step.Action.ToString(), Time(step.At), step.ActorName, step.Detail }.Select(CsvText.Cell))
                .Append("\r\n");
        }
        return table.ToString();
    }

    private static string Row(string zh, string en, string value) =>
        $"<tr><th>{zh} <small lang=\"en\">{en}</small></th><td>{Text(value)}</td></tr>";

    private static string Text(string value) => WebUtility.HtmlEncode(value);

    private static string Time(DateTimeOffset? at) =>
        at is { } instant ? ChinaTime.Local(instant).ToString("yyyy-MM-dd HH:mm:ss.fff zzz", CultureInfo.InvariantCulture) : "";
}
