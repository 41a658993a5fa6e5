using IpCenter.Casework.Cases;
using IpCenter.Casework.Documents;
using IpCenter.Casework.GuestStatus;
using IpCenter.Casework.Notices;
using IpCenter.Casework.Office;
using IpCenter.Casework.People;
using IpCenter.Web.SignIn;
using Microsoft.AspNetCore.Components;

namespace IpCenter.Web.Pages.Cases;

/// <summary>A submitted application as its parties and the examining staff see it: where it is, what is due, what it owes, what was told.</summary>
public sealed partial class CasePage(
    CaseHeadQuery heads, CaseTimelineQuery timelines, ApplicationCaseQuery cases, CaseDocumentsQuery documents, CaseNoticesQuery notices,
    GuestCodes codes, FeeDuty duty, RegistrationDuty registrations, CurrentPerson me, NavigationManager navigation)
{
    private CaseHead? _head;
    private ApplicationCase? _case;
    private IReadOnlyList<CaseTimelineEntry> _timeline = [];
    private IReadOnlyList<DocumentOfCase> _documents = [];
    private IReadOnlyList<CaseNotice> _notices = [];
    private GuestCode? _code;
    private FeeDue? _fee;
    private RegistrationDue? _registration;

    [CascadingParameter] private HttpContext Http { get; set; } = null!;

    [Parameter] public Guid Id { get; set; }

    private Viewer? _viewer;

    private bool IsParty { get; set; }

    private bool MayAct { get; set; }

    private bool MayJudge { get; set; }

    private bool MayTellLate => _head!.IsOpen && RecordFeePayment.MayTellLate(_case!.Application);

    private bool MayCorrectFiling => (MayAct || MayJudge) && _viewer is { } viewer
        && CorrectOfficeFiling.MayCorrect(_head is { IsOpen: true, IsWithdrawn: false }, _case!.Application, viewer);

    /// <summary>A supervisor takes the fast lane up again where the fee was paid in time after all.</summary>
    private bool MayRestore => _head!.IsOpen && me.IsIn(Roles.Supervisor) && _fee is { } fee && RestoreFastLane.MayBeAsked(_case!.Application, fee);

    private bool IsFiled => _case?.Application.OfficeNumber is not null;

    /// <summary>Submitted or handed in a moment ago: the system's own tasks follow within seconds.</summary>
    private bool IsWaiting => _head is { IsOpen: true, Stage: CaseFile.Draft or "Formality" } && Http.Request.Method == HttpMethods.Get;

    protected override async Task OnInitializedAsync()
    {
        var ct = Http.RequestAborted;
        var viewer = await me.ViewerAsync(ct);
        _viewer = viewer;
        _head = await heads.FindAsync(Id, viewer, me.Now, ct);
        if (_head is null)
        {
            navigation.NotFound();
            return;
        }
        if (_head.Kind != CaseKind.DesignApplication || _head.IsDraft)
        {
            navigation.NavigateTo(_head.IsDraft && _head.Kind == CaseKind.DesignApplication ? $"/apply/{Id}" : CaseAddress.Of(_head.Kind, Id));
            return;
        }
        (IsParty, MayAct) = (viewer.Sees(_head.FirmId), viewer.ActsFor(_head.FirmId));
        MayJudge = viewer.IsExaminingStaff;
        _case = await cases.ReadAsync(Id, viewer, me.Now, ct);
        _timeline = await timelines.ReadAsync(Id, _head.Kind, viewer, ct);
        _documents = await documents.ReadAsync(Id, ct);
        _notices = await notices.ReadAsync(Id, ct);
        _code = await codes.FindAsync(Id, viewer, ct);
        if (_case.Task?.Name == RecordFeePayment.Task || (_head.IsOpen && _case.Application.LeftFastLane && IsFiled))
            _fee = duty.Of(_case.Application);
        if (_case.Task?.Name == RecordRegistration.Task)
            _registration = registrations.Of(_case.Application);
    }
}
