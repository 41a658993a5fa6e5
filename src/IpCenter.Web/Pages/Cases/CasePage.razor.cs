using IpCenter.Casework.Cases;
using IpCenter.Casework.Documents;
using IpCenter.Casework.GuestStatus;
using IpCenter.Casework.Notices;
using IpCenter.Casework.Office;
using IpCenter.Web.SignIn;
using Microsoft.AspNetCore.Components;

namespace IpCenter.Web.Pages.Cases;

/// <summary>A submitted application as its parties and the examining staff see it: where it is, what is due, what it owes, what was told.</summary>
public sealed partial class CasePage(
    CaseHeadQuery heads, CaseTimelineQuery timelines, ApplicationCaseQuery cases, CaseDocumentsQuery documents, CaseNoticesQuery notices,
    GuestCodes codes, FeeDuty duty, CurrentPerson me, NavigationManager navigation)
{
    private CaseHead? _head;
    private ApplicationCase? _case;
    private IReadOnlyList<CaseTimelineEntry> _timeline = [];
    private IReadOnlyList<DocumentOfCase> _documents = [];
    private IReadOnlyList<CaseNotice> _notices = [];
    private GuestCode? _code;
    private FeeDue? _fee;

    [CascadingParameter] private HttpContext Http { get; set; } = null!;

    [Parameter] public Guid Id { get; set; }

    private bool IsParty { get; set; }

    private bool MayAct { get; set; }

    private bool MayJudge { get; set; }

    private bool IsFiled => _case?.Application.OfficeNumber is not null;

    /// <summary>Submitted or handed in a moment ago: the system's own tasks follow within seconds.</summary>
    private bool IsWaiting => _head is { IsOpen: true, Stage: CaseFile.Draft or "Formality" } && Http.Request.Method == HttpMethods.Get;

    protected override async Task OnInitializedAsync()
    {
        var ct = Http.RequestAborted;
        var viewer = await me.ViewerAsync(ct);
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
        if (_case.Task?.Name == RecordFeePayment.Task || (_head.IsOpen && RecordFeePayment.MayTellLate(_case.Application)))
            _fee = duty.Of(_case.Application);
    }
}
