using IpCenter.Casework.People;

namespace IpCenter.Web.Pages.Account;

/// <summary>What somebody gives to open an account, as the form sends it.</summary>
public sealed class AccountAnswers
{
    public Guid Id { get; set; }

    public string? DisplayName { get; set; }

    public string? UserName { get; set; }

    public string? Password { get; set; }

    public NewAccountInput Input => new() { Id = Id, DisplayName = DisplayName ?? "", UserName = UserName ?? "", Password = Password ?? "" };
}
