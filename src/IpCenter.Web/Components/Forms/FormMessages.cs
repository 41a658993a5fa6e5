using IpCenter.Casework.Results;
using IpCenter.Web.Languages;
using Microsoft.AspNetCore.Components.Forms;

namespace IpCenter.Web.Components.Forms;

/// <summary>
/// Brings what was wrong into the words of the request's language. Models say it as a code with arguments,
/// <c>[Required(ErrorMessage = "required")]</c>, <c>[StringLength(100, ErrorMessage = "too-long:{1}")]</c>;
/// the words stand in the Domain resources under <c>violation.</c>, with the field's label as <c>{0}</c>.
/// </summary>
public static class FormMessages
{
    public const string NotUnderstood = "not-understood";

    /// <summary>Shows the reasons of a refused use case in the form, each at its field, else at the top.</summary>
    public static void Show(this EditContext form, IEnumerable<RuleViolation> violations, Words words)
    {
        var messages = new ValidationMessageStore(form);
        foreach (var violation in violations)
            messages.Add(new FieldIdentifier(form.Model, violation.Field ?? ""), words.Violation(violation));
        form.NotifyValidationStateChanged();
    }

    internal static string Text(Words words, string message, string label)
    {
        var parts = message.Split(':');
        return words.Find("violation", parts[0], [label, .. parts.Skip(1)]) ?? message;
    }
}
