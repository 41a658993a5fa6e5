using System.Globalization;
using System.Security.Claims;
using IpCenter.Casework.Audit;
using IpCenter.Casework.People;

namespace IpCenter.Web.SignIn;

/// <summary>Who sends this request, and the request's one reading of the clock.</summary>
public sealed class CurrentPerson(IHttpContextAccessor http, ViewerAccess access, TimeProvider time)
{
    private Task<Viewer>? _viewer;
    private DateTimeOffset? _now;

    /// <summary>The instant of the request: the same for everything that the request does.</summary>
    public DateTimeOffset Now => _now ??= time.GetUtcNow();

    public bool IsSignedIn => Principal.Identity?.IsAuthenticated == true;

    public Guid? Id => Guid.TryParse(Principal.FindFirstValue(ClaimTypes.NameIdentifier), CultureInfo.InvariantCulture, out var id) ? id : null;

    public string Name => Principal.FindFirstValue(PersonClaims.DisplayName) ?? "";

    public string? CourtId => Principal.FindFirstValue(PersonClaims.Court);

    public string? Town => Principal.FindFirstValue(PersonClaims.Town);

    /// <summary>Whether single keys do something on the pages: by the person's choice, of a guest by the browser's cookie.</summary>
    public bool UsesKeys => IsSignedIn ? !Principal.HasClaim(c => c.Type == PersonClaims.KeysOff) : KeyboardPreference.IsOn(http.HttpContext);

    public IReadOnlyList<string> RoleNames => [.. Principal.FindAll(ClaimTypes.Role).Select(c => c.Value)];

    /// <summary>The single key of a button, for <c>aria-keyshortcuts</c>; <c>null</c> where it does nothing.</summary>
    public string? Key(string key) => UsesKeys ? key : null;

    public bool IsIn(params IEnumerable<string> roles) => roles.Any(Principal.IsInRole);

    public bool IsStaff => IsIn(Policies.RolesOf[Policies.Staff]);

    /// <summary>What the person may see; asks the database once per request.</summary>
    public Task<Viewer> ViewerAsync(CancellationToken ct = default) =>
        _viewer ??= Id is { } id ? access.ForAsync(id, RoleNames, ct) : Task.FromResult(Viewer.Anonymous);

    /// <summary>The person as the author of a write. Asking for one without anybody signed in is a bug.</summary>
    public Actor Actor(string? reason = null, Guid? onBehalfOfFirm = null) =>
        new(Id ?? throw new InvalidOperationException("Nobody is signed in."), Name, Now, onBehalfOfFirm, reason);

    private ClaimsPrincipal Principal => http.HttpContext?.User ?? new ClaimsPrincipal();
}
