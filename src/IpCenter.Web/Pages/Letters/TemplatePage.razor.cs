using IpCenter.Casework.Letters;
using IpCenter.Casework.Letters.Word;
using IpCenter.Casework.Results;
using IpCenter.Web.Components;
using IpCenter.Web.Components.Forms;
using IpCenter.Web.Hosting;
using IpCenter.Web.Languages;
using IpCenter.Web.Pages.Report;
using IpCenter.Web.SignIn;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.Localization;

namespace IpCenter.Web.Pages.Letters;

/// <summary>One letter in one language: how it reads, its versions, and a way to send in another.</summary>
public sealed partial class TemplatePage(
    IStringLocalizer<Resources.Letters> texts, TemplatesQuery templates, GovernTemplates govern, SampleLetter sample, SavingBoundary saving,
    CurrentPerson me, Words words, Flash flash, NavigationManager navigation)
{
    private (LetterKind Kind, LetterLanguage Language) _of;
    private bool _isKnown;
    private LetterTemplate? _inForce;
    private LetterTemplate? _shown;
    private LetterPage? _page;
    private IReadOnlyList<LetterTemplate> _versions = [];
    private IReadOnlyList<TemplateProblem> _hints = [];
    private IReadOnlyList<(string Line, bool IsNew)> _changes = [];
    private IReadOnlyList<RuleViolation> _refused = [];
    private IReadOnlyList<LetterField> _fields = [];

    [Parameter] public string Kind { get; set; } = "";

    [Parameter] public string LanguageCode { get; set; } = "";

    [SupplyParameterFromQuery(Name = "version")] private Guid? Shown { get; set; }

    [SupplyParameterFromForm] private Answers Input { get; set; } = null!;

    private IStringLocalizer<Resources.Letters> T => texts;

    private string Address => LetterAddress.OfTemplate(_of.Kind, _of.Language);

    private bool MayPublish => _shown is not null && _shown.Id != _inForce?.Id;

    private bool MayRetire => _inForce is not null && _shown?.Id == _inForce.Id;

    protected override async Task OnInitializedAsync()
    {
        Input ??= new();
        if (Input.Id == Guid.Empty)
            Input.Id = Guid.CreateVersion7(me.Now);
        _isKnown = LetterAddress.TryParse(Kind, LanguageCode, out _of);
        if (_isKnown)
            await ReadAsync();
        if (!_isKnown || (Shown is not null && _shown is null))
        {
            _isKnown = false;
            navigation.NotFound();
        }
    }

    private async Task ReadAsync()
    {
        _versions = await templates.OfAsync(_of.Kind, _of.Language, CancellationToken.None);
        _inForce = _versions.Where(t => t.IsInForce).MaxBy(t => (t.PublishedAt, t.Number));
        _shown = Shown is null ? _inForce : _versions.FirstOrDefault(t => t.Id == Shown);
        _fields = [.. LetterFields.All.Where(f => LetterFields.IsIn(f, _of.Kind))];
        if (await templates.BytesAsync(_of.Kind, _of.Language, _shown?.Id, CancellationToken.None) is not { } bytes)
            return;
        _page = sample.Write(bytes, _of.Kind, _of.Language, me.Now);
        _hints = [.. LetterTemplateFile.Read(bytes, _of.Kind).Problems.Where(p => !p.Blocks)];
        if (_shown?.Id != _inForce?.Id && await templates.BytesAsync(_of.Kind, _of.Language, _inForce?.Id, CancellationToken.None) is { } present)
            _changes = Changes(sample.Write(present, _of.Kind, _of.Language, me.Now).Lines, _page.Lines);
    }

    /// <summary>Lines that go and lines that come, in the order of the letters.</summary>
    private static List<(string, bool)> Changes(IReadOnlyList<string> before, IReadOnlyList<string> after) =>
    [
        .. before.Where(line => line.Length > 0 && !after.Contains(line)).Select(line => (line, false)),
        .. after.Where(line => line.Length > 0 && !before.Contains(line)).Select(line => (line, true)),
    ];

    private async Task SendAsync()
    {
        if (Input.File is not { Length: > 0 } file)
        {
            _refused = [new("template.empty", nameof(Answers.File))];
            return;
        }
        var bytes = await UploadedFile.ReadAsync(file, CancellationToken.None);
        var received = await saving.SaveAsync(
            ct => govern.ReceiveAsync(Input.Id, _of.Kind, _of.Language, file.FileName, bytes, me.Actor(), ct), CancellationToken.None);
        if (!received.Succeeded)
        {
            _refused = received.Violations;
            return;
        }
        flash.Say(T["sent", received.Value.Number]);
        navigation.NavigateTo($"{Address}?version={received.Value.Id}");
    }

    private async Task PublishAsync(EditContext form)
    {
        var done = await saving.SaveAsync(ct => govern.PublishAsync(_shown!.Id, Input.Reason ?? "", me.Actor(), ct), CancellationToken.None);
        Follow(form, done.Violations, T["published", _shown!.Number]);
    }

    private async Task RetireAsync(EditContext form)
    {
        // Another one came into force meanwhile: what was to be retired is so already.
        if (Input.Retires != _inForce?.Id)
        {
            Follow(form, [], T["retired"]);
            return;
        }
        var done = await saving.SaveAsync(ct => govern.RetireAsync(_of.Kind, _of.Language, Input.Reason ?? "", me.Actor(), ct), CancellationToken.None);
        Follow(form, done.Violations, T["retired"]);
    }

    private void Follow(EditContext form, IReadOnlyList<RuleViolation> violations, string said)
    {
        if (violations.Count > 0)
        {
            form.Show(violations.Select(v => v with { Field = v.Field == "reason" ? nameof(Answers.Reason) : null }), words);
            return;
        }
        flash.Say(said);
        navigation.NavigateTo(Address);
    }

    private string FileAddress(Guid? version) => $"{Address}/template.docx{(version is null ? "" : $"?version={version}")}";

    private sealed class Answers
    {
        public Guid Id { get; set; }

        public IFormFile? File { get; set; }

        public string? Reason { get; set; }

        /// <summary>The template that stood in force on the page.</summary>
        public Guid? Retires { get; set; }
    }
}
