using IpCenter.Casework.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace IpCenter.Web.Tests.Infrastructure;

/// <summary>Makes people and signs them in as they would themselves: by the form.</summary>
public static class People
{
    public const string Password = "a long enough password";

    /// <summary>A person of a role; the user name is the role unless another is given.</summary>
    public static async Task<Person> AddPersonAsync(
        this WebFactory factory, string role, string? userName = null, bool demo = false, string? courtId = null, string? town = null)
    {
        await using var scope = factory.Services.CreateAsyncScope();
        var people = scope.ServiceProvider.GetRequiredService<UserManager<Person>>();
        userName ??= $"test-{role}";
        if (await people.FindByNameAsync(userName) is { } known)
            return known;
        var person = new Person
        {
            Id = Guid.CreateVersion7(factory.Clock.GetUtcNow()),
            UserName = userName,
            DisplayName = $"{role} 测试",
            IsDemo = demo,
            CourtId = courtId,
            Town = town,
        };
        Check(await people.CreateAsync(person, Password));
        Check(await people.AddToRoleAsync(person, role));
        return person;

        static void Check(IdentityResult result) =>
            Assert.True(result.Succeeded, string.Join(", ", result.Errors.Select(e => e.Description)));
    }

    /// <summary>A client that is signed in as a person of the role.</summary>
    public static async Task<HttpClient> SignedInAsAsync(this WebFactory factory, string role, string? language = null)
    {
        var person = await factory.AddPersonAsync(role);
        var client = factory.CreatePlainClient(language);
        await client.SignInAsync(person.UserName!);
        return client;
    }

    public static async Task SignInAsync(this HttpClient client, string userName, string password = Password)
    {
        using var answer = await client.TrySignInAsync(userName, password);
        Assert.True(answer.StatusCode is System.Net.HttpStatusCode.Found, $"{userName} was not signed in: {(int)answer.StatusCode}.");
    }

    public static async Task<HttpResponseMessage> TrySignInAsync(this HttpClient client, string userName, string password = Password)
    {
        var page = await client.GetPageAsync("/sign-in");
        return await client.SubmitAsync(page, "form[method=post]:has([type=password])", new()
        {
            ["Input.UserName"] = userName,
            ["Input.Password"] = password,
        });
    }
}
