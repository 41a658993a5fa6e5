using Microsoft.AspNetCore.Components.Forms;

namespace IpCenter.Web.Components.Forms;

/// <summary>A field as the error summary sees it.</summary>
public interface IFormField
{
    string Id { get; }

    FieldIdentifier FieldIdentifier { get; }

    IReadOnlyList<string> Errors { get; }
}

/// <summary>The fields of one form, in the order in which they stand on the page.</summary>
internal sealed class FormFields
{
    private readonly List<IFormField> _fields = [];

    public IReadOnlyList<IFormField> InOrder => _fields;

    public static FormFields Of(EditContext form)
    {
        if (form.Properties.TryGetValue(typeof(FormFields), out var fields))
            return (FormFields)fields;
        var made = new FormFields();
        form.Properties[typeof(FormFields)] = made;
        return made;
    }

    public void Add(IFormField field)
    {
        if (!_fields.Contains(field))
            _fields.Add(field);
    }
}
