using Microsoft.Playwright;

namespace IpCenter.Web.Tests.Pages.Apply;

/// <summary>What an applicant does in the browser, step by step.</summary>
internal static class ApplicantSteps
{
    /// <summary>Sends the step's form and waits for the next step.</summary>
    public static async Task NextAsync(this IPage page)
    {
        var before = page.Url;
        await page.ClickAsync("form[data-draft] .btn-primary");
        await page.WaitForURLAsync(url => url != before);
    }

    /// <summary>Puts a picture in the place of a view and waits until it is shown there.</summary>
    public static async Task UploadAsync(this IPage page, string position, FilePayload picture)
    {
        await page.SetInputFilesAsync($"#view-1-{position} [name='Input.File']", picture);
        await page.WaitForSelectorAsync($"#view-1-{position} img", new() { State = WaitForSelectorState.Attached });
    }

    /// <summary>From the start page to the pictures: a three-dimensional product that nobody has seen yet.</summary>
    public static Task DescribeAsync(this IPage page, string name, string use, string locarnoClass) =>
        page.DescribeAsync(name, use, locarnoClass, "ThreeDimensional");

    /// <summary>The same for a flat product, which needs two pictures.</summary>
    public static Task DescribeFlatAsync(this IPage page, string name, string use, string locarnoClass) =>
        page.DescribeAsync(name, use, locarnoClass, "Flat");

    private static async Task DescribeAsync(this IPage page, string name, string use, string locarnoClass, string shape)
    {
        await page.GotoAsync("/mine");
        await page.ClickAsync("form:has([name='Input.Firm']) button");
        await page.CheckAsync("[value=None]");
        await page.NextAsync();
        await page.FillAsync("[name='Input.Name']", name);
        await page.FillAsync("[name='Input.Use']", use);
        await page.CheckAsync($"[value={shape}]");
        await page.NextAsync();
        await page.CheckAsync($"[value='{locarnoClass}']");
        await page.NextAsync();
    }

    /// <summary>From the pictures to the receipt; gives the number that stands on it.</summary>
    public static async Task<string> FinishAsync(this IPage page, string designer, string designatedView = "立体图")
    {
        await page.ClickAsync("main .btn-primary");
        await page.ClickAsync("[data-examples] button");
        await page.CheckAsync($"[value={designatedView}]");
        await page.NextAsync();
        await page.FillAsync("[name='Input.Designers']", designer);
        await page.CheckAsync("[name='Input.Promised']");
        await page.NextAsync();
        await page.ClickAsync(".btn-lg");
        return (await page.InnerTextAsync(".receipt-number")).Trim();
    }
}
