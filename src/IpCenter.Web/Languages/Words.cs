using IpCenter.Casework.Cases;
using IpCenter.Casework.Clocks;
using IpCenter.Casework.Results;
using IpCenter.Web.Resources;
using Microsoft.Extensions.Localization;

namespace IpCenter.Web.Languages;

/// <summary>The words of the domain's codes, in the language of the request: one place, so that a stage is called the same everywhere.</summary>
public sealed class Words(IStringLocalizer<Domain> texts)
{
    public string Stage(string stage) => Of("stage", stage);

    public string Task(string name) => Of("task", name);

    public string Outcome(string outcome) => Of("outcome", outcome);

    public string Queue(string queue) => Of("queue", queue);

    public string Role(string role) => Of("role", role);

    public string View(string position) => Of("view", position);

    public string Clock(object owner) => Of("clock", owner);

    /// <summary>Outside of an application the outside clock is a court's or a platform's, never the national office's.</summary>
    public string Clock(object owner, CaseKind kind) => kind == CaseKind.DesignApplication || $"{owner}" == nameof(ClockOwner.Centre)
        ? Clock(owner)
        : Of("clock", $"{owner}.{kind}");

    public string Deadline(string ruleKey) => Of("deadline", ruleKey);

    public string Status(Enum value) => Of("status", value);

    /// <summary>An audit action; the arguments are the entry's details, in the order in which the text names them.</summary>
    public string Action(string action, params object[] arguments) => texts[$"action.{action}", arguments];

    public string Notice(string template, params object[] arguments) => texts[$"notice.{template}", arguments];

    public string Violation(RuleViolation violation) => texts[$"violation.{violation.Code}", [.. violation.Arguments]];

    /// <summary>Words of a code of any other kind, under <c>kind.code</c>.</summary>
    public string Of(string kind, object code) => texts[$"{kind}.{code}"];

    /// <summary>The words, or <c>null</c> where the resources have none.</summary>
    public string? Find(string kind, string code, params object[] arguments) =>
        texts[$"{kind}.{code}", arguments] is { ResourceNotFound: false } text ? text.Value : null;
}
