using IpCenter.Casework.Imports;

namespace IpCenter.Web.Hosting;

/// <summary>What the command line asks of an import or an export.</summary>
/// <param name="Settings">What is left: settings of the application, such as the storage folder.</param>
internal sealed record ImportArguments(
    bool IsExport, string File, string? Pictures, bool WithPictures, bool IsRehearsal, string? UserName, string Language, string[] Settings)
{
    /// <summary>The files, which stay with their owner.</summary>
    public ImportSource Source => File.EndsWith(".zip", StringComparison.OrdinalIgnoreCase) && Pictures is null
        ? new(null, null, File, Path.GetFileName(File), null, IsReceived: false)
        : new(
            File, Path.GetFileName(File),
            Pictures is not null && !IsFolder(Pictures) ? Pictures : null, Pictures is null ? null : Path.GetFileName(Pictures),
            Pictures is not null && IsFolder(Pictures) ? Pictures : null, IsReceived: false);

    /// <summary><c>null</c>: they cannot be understood.</summary>
    public static ImportArguments? Read(string[] args)
    {
        if (args is not [var command, var file, .. var rest] || file.StartsWith('-'))
            return null;
        var isExport = command == "export-designs";
        var read = new ImportArguments(isExport, Path.GetFullPath(file), null, false, false, null, Of(Environment.GetEnvironmentVariable("LANG")), []);
        for (var at = 0; at < rest.Length; at++)
        {
            var next = at + 1 < rest.Length ? rest[at + 1] : null;
            switch (rest[at])
            {
                case "--pictures" when isExport:
                    read = read with { WithPictures = true };
                    break;
                case "--pictures" when next is not null:
                    read = read with { Pictures = Path.GetFullPath(next) };
                    at++;
                    break;
                case "--dry-run" when !isExport:
                    read = read with { IsRehearsal = true };
                    break;
                case "--as" when next is not null:
                    read = read with { UserName = next };
                    at++;
                    break;
                case "--language" when next is not null && Languages.Language.All.Contains(next):
                    read = read with { Language = next };
                    at++;
                    break;
                case var setting when setting.StartsWith("--", StringComparison.Ordinal) && setting.Contains(':', StringComparison.Ordinal):
                    var isPair = !setting.Contains('=', StringComparison.Ordinal) && next is not null;
                    read = read with { Settings = [.. read.Settings, setting, .. isPair ? (string[])[next!] : []] };
                    at += isPair ? 1 : 0;
                    break;
                default:
                    return null;
            }
        }
        return read;
    }

    private static bool IsFolder(string path) => !path.EndsWith(".zip", StringComparison.OrdinalIgnoreCase);

    private static string Of(string? locale) => locale?.StartsWith("zh", StringComparison.OrdinalIgnoreCase) == true ? Languages.Language.Chinese : "en";
}
