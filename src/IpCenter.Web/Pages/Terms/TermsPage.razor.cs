using System.Globalization;
using IpCenter.Casework.Clocks;
using IpCenter.Casework.Results;
using IpCenter.Web.Components;
using IpCenter.Web.Languages;
using Microsoft.AspNetCore.Components;

namespace IpCenter.Web.Pages.Terms;

/// <summary>The terms that the law fixes, each with its article and its sureness, and a reckoner for anybody: nothing is kept of what is asked.</summary>
public sealed partial class TermsPage
{
    private IReadOnlyList<DeadlineRule> _rules = [];
    private DeadlineRule? _rule;
    private ReckonedTerm? _answer;
    private IReadOnlyList<RuleViolation> _violations = [];

    [SupplyParameterFromQuery(Name = "term")] private string? Term { get; set; }

    [SupplyParameterFromQuery(Name = "day")] private string? Day { get; set; }

    [SupplyParameterFromQuery(Name = "time")] private string? Time { get; set; }

    protected override void OnInitialized()
    {
        _rules =
        [
            .. Reference.Deadlines.All.Where(rule => rule.Kind == DeadlineKind.Statutory)
                .OrderBy(rule => rule.Code is null).ThenBy(rule => rule.Code, StringComparer.Ordinal).ThenBy(rule => rule.EffectiveFrom).ThenBy(rule => rule.Key, StringComparer.Ordinal),
        ];
        if (Term is null)
            return;
        _rule = _rules.FirstOrDefault(rule => rule.Key == Term);
        if (_rule is null)
            _violations = [new("term.unknown", "term")];
        else if (!DateOnly.TryParseExact(Day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            _violations = [new("term.day", "day")];
        else if (!TryReadTime(out var time))
            _violations = [new("term.time", "time")];
        else if (TermReckoning.Reckon(_rule, day, time, Reference.Calendar) is { Succeeded: true } reckoned)
            _answer = reckoned.Value;
        else
            _violations = TermReckoning.Reckon(_rule, day, time, Reference.Calendar).Violations;
    }

    private bool TryReadTime(out TimeOnly? time)
    {
        time = TimeOnly.TryParseExact(Time, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) ? read : null;
        return time is not null || string.IsNullOrWhiteSpace(Time);
    }

    private string? Invalid(string field) => _violations.Any(v => v.Field == field) ? "true" : null;

    private IReadOnlyList<Column<DeadlineRule>> Columns() =>
    [
        new(T["term"], rule => Text(rule.Name.Here())),
        new(T["length"], rule => Text(DeadlineWording.Length(rule).Here() + (rule.LongestLength is { } longest ? T["length.longest", DeadlineWording.Length(rule with { Length = longest }).Here()] : ""))),
        new(T["from"], rule => Text(rule.Trigger.Here())),
        new(T["effect"], rule => Text(rule.Effect?.Here() ?? "–")),
        new(T["basis"], rule => Text(rule.Basis!.Here() + InForce(rule))),
        new(T["confidence"], rule => Text(rule.Confidence.ToString("0.##", CultureInfo.InvariantCulture)), IsNumber: true),
    ];

    private string InForce(DeadlineRule rule) => (rule.EffectiveFrom, rule.EffectiveTo) switch
    {
        ({ } from, null) => T["in-force.from", DateText.Day(from)],
        (null, { } to) => T["in-force.until", DateText.Day(to.AddDays(-1))],
        ({ } from, { } to) => T["in-force.between", DateText.Day(from), DateText.Day(to.AddDays(-1))],
        _ => "",
    };

    private static RenderFragment Text(string text) => builder => builder.AddContent(0, text);
}
