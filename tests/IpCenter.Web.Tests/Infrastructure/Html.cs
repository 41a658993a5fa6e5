using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace IpCenter.Web.Tests.Infrastructure;

/// <summary>Reads answers as pages and sends forms as a browser without JavaScript does.</summary>
public static class Html
{
    public static async Task<IHtmlDocument> ReadPageAsync(this HttpResponseMessage answer)
    {
        var context = BrowsingContext.New(Configuration.Default);
        var text = await answer.Content.ReadAsStringAsync();
        return (IHtmlDocument)await context.OpenAsync(page => page.Content(text).Address(answer.RequestMessage!.RequestUri!));
    }

    /// <summary>A page that is there (200).</summary>
    public static async Task<IHtmlDocument> GetPageAsync(this HttpClient client, string address)
    {
        using var answer = await client.GetAsync(address);
        Assert.True(answer.IsSuccessStatusCode, $"{address} answered {(int)answer.StatusCode} {answer.Headers.Location}.");
        return await answer.ReadPageAsync();
    }

    /// <summary>
    /// Sends a form of the page with what it holds already (hidden fields, the antiforgery token) and the given
    /// answers. A form with files is sent as multipart.
    /// </summary>
    /// <param name="selector">A CSS selector of the form; the first match is sent.</param>
    public static Task<HttpResponseMessage> SubmitAsync(
        this HttpClient client,
        IHtmlDocument page,
        string selector,
        Dictionary<string, string?> answers,
        params (string Name, string FileName, byte[] Bytes, string ContentType)[] files)
    {
        var form = (IHtmlFormElement)(page.QuerySelector(selector) ?? throw new InvalidOperationException($"No form {selector} on {page.Url}."));
        var fields = Fields(form);
        foreach (var (name, value) in answers)
        {
            fields.RemoveAll(f => f.Key == name);
            if (value is not null)
                fields.Add(new(name, value));
        }
        var address = form.GetAttribute("action") is { Length: > 0 } action ? new Uri(new Uri(page.Url), action) : new Uri(page.Url);
        return client.PostAsync(address.PathAndQuery, files.Length == 0 ? new FormUrlEncodedContent(fields) : Multipart(fields, files));
    }

    /// <summary>Text as a reader sees it: runs of white space are one space.</summary>
    public static string Text(this INode node) => string.Join(' ', node.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static List<KeyValuePair<string, string>> Fields(IHtmlFormElement form)
    {
        List<KeyValuePair<string, string>> fields = [];
        foreach (var element in form.Elements)
        {
            var (name, value) = element switch
            {
                IHtmlInputElement { Type: "submit" or "button" or "file" or "image" } => (null, null),
                IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false } => (null, null),
                IHtmlInputElement input => (input.Name, input.Value),
                IHtmlTextAreaElement area => (area.Name, area.Value),
                IHtmlSelectElement select => (select.Name, select.Value),
                _ => (null, null),
            };
            if (!string.IsNullOrEmpty(name))
                fields.Add(new(name, value ?? ""));
        }
        return fields;
    }

    private static MultipartFormDataContent Multipart(
        List<KeyValuePair<string, string>> fields, (string Name, string FileName, byte[] Bytes, string ContentType)[] files)
    {
        var content = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
            content.Add(new StringContent(value), name);
        foreach (var (name, fileName, bytes, contentType) in files)
        {
            var part = new ByteArrayContent(bytes);
            part.Headers.ContentType = new(contentType);
            content.Add(part, name, fileName);
        }
        return content;
    }
}
