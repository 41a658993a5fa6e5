using System.Diagnostics.CodeAnalysis;
using IpCenter.Web.Languages;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace IpCenter.Web.Components.Forms;

/// <summary>
/// A form field with all that a person needs to fill it: its label, a hint, why it is asked, and what was
/// wrong with the answer. Bind it with <c>@bind-Value</c> inside an <c>EditForm</c>.
/// </summary>
public abstract class Field<T> : InputBase<T>, IFormField
{
    [Inject] private Words Words { get; set; } = null!;

    [CascadingParameter] private FormMappingContext? Mapping { get; set; }

    [Parameter, EditorRequired] public string Label { get; set; } = "";

    /// <summary>How to answer.</summary>
    [Parameter] public string? Hint { get; set; }

    /// <summary>Why it is asked: every field knows (do not disturb).</summary>
    [Parameter] public string? Why { get; set; }

    /// <summary>Shows the mark; the rule itself stands on the model.</summary>
    [Parameter] public bool Required { get; set; }

    public string Id => "f-" + string.Concat(Name.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-'));

    public string Name => string.IsNullOrEmpty(NameAttributeValue) ? FieldIdentifier.FieldName : NameAttributeValue;

    FieldIdentifier IFormField.FieldIdentifier => FieldIdentifier;

    public IReadOnlyList<string> Errors
    {
        get
        {
            // The browser sent what the type cannot hold, such as a day that does not exist.
            if (Mapping?.GetErrors(Name) is not null)
                return [FormMessages.Text(Words, FormMessages.NotUnderstood, Label)];
            return EditContext is null
                ? []
                : [.. EditContext.GetValidationMessages(FieldIdentifier).Select(m => FormMessages.Text(Words, m, Label)).Distinct()];
        }
    }

    protected string? DescribedBy
    {
        get
        {
            string?[] ids = [Hint is null ? null : $"{Id}-hint", Errors.Count == 0 ? null : $"{Id}-error"];
            var present = string.Join(' ', ids.OfType<string>());
            return present.Length == 0 ? null : present;
        }
    }

    protected string? Invalid => Errors.Count > 0 ? "true" : null;

    protected override void OnParametersSet()
    {
        base.OnParametersSet();
        if (EditContext is not null)
            FormFields.Of(EditContext).Add(this);
    }

    protected override bool TryParseValueFromString(
        string? value, [MaybeNullWhen(false)] out T result, [NotNullWhen(false)] out string? validationErrorMessage)
    {
        validationErrorMessage = FormMessages.NotUnderstood;
        return BindConverter.TryConvertTo(value, System.Globalization.CultureInfo.InvariantCulture, out result);
    }
}
