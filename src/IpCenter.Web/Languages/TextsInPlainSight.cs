using Microsoft.Extensions.Localization;

namespace IpCenter.Web.Languages;

/// <summary>A text that is missing shows as ⟦Area.key⟧ while developing; in production the key itself is shown and logged.</summary>
internal sealed partial class TextsInPlainSight(
    ResourceManagerStringLocalizerFactory texts, IHostEnvironment environment, ILogger<TextsInPlainSight> log) : IStringLocalizerFactory
{
    public IStringLocalizer Create(Type resourceSource) => new Area(this, resourceSource.Name, texts.Create(resourceSource));

    public IStringLocalizer Create(string baseName, string location) => new Area(this, baseName, texts.Create(baseName, location));

    private LocalizedString Show(string area, LocalizedString found)
    {
        if (!found.ResourceNotFound)
            return found;
        LogMissing(area, found.Name);
        return environment.IsDevelopment() ? new(found.Name, $"⟦{area}.{found.Name}⟧", resourceNotFound: true) : found;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Text {Area}.{Key} is missing.")]
    private partial void LogMissing(string area, string key);

    private sealed class Area(TextsInPlainSight owner, string name, IStringLocalizer texts) : IStringLocalizer
    {
        public LocalizedString this[string key] => owner.Show(name, texts[key]);

        public LocalizedString this[string key, params object[] arguments] => owner.Show(name, texts[key, arguments]);

        public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => texts.GetAllStrings(includeParentCultures);
    }
}
