using System.ComponentModel.DataAnnotations;
using IpCenter.Casework.People;

namespace IpCenter.Web.Pages.Admin;

/// <summary>The roles of an account and what some of them need, as a form sends them.</summary>
public class RoleAnswers
{
    /// <summary>A form without a check mark sends no list at all.</summary>
    public List<string>? Roles { get; set => field = value ?? []; } = [];

    public string? CourtId { get; set; }

    [StringLength(50, ErrorMessage = "too-long:{1}")] public string? Town { get; set; }

    public virtual AccountFacts Facts => new("", "", Roles ?? [], string.IsNullOrEmpty(CourtId) ? null : CourtId, Town);
}

/// <summary>A new account as its form sends it.</summary>
public sealed class NewPersonAnswers : RoleAnswers
{
    /// <summary>Of the account to be; the form is made with it, so that sending it twice makes one account.</summary>
    public Guid Id { get; set; }

    [Required(ErrorMessage = "required"), StringLength(100, ErrorMessage = "too-long:{1}")] public string? UserName { get; set; }

    [Required(ErrorMessage = "required"), StringLength(100, ErrorMessage = "too-long:{1}")] public string? DisplayName { get; set; }

    public override AccountFacts Facts => base.Facts with { UserName = UserName ?? "", DisplayName = DisplayName ?? "" };
}
