using IpCenter.Casework.Applications;
using IpCenter.Casework.Audit;
using IpCenter.Casework.Data;
using IpCenter.Casework.Formalities.Facts;
using IpCenter.Casework.Formalities.Views;
using IpCenter.Casework.People;
using IpCenter.Casework.Results;
using IpCenter.Web.Hosting;

namespace IpCenter.Web.Pages.Apply;

/// <summary>Does what a form of the step "pictures" asks, one save for each picture: a lost connection costs one.</summary>
public sealed class ViewActions(
    CaseworkDbContext db, SavingBoundary boundary, AddView add, RemoveView remove, AddToTray receive, PlaceFromTray place, ArrangementLog log, SaveDraft save)
{
    public Task<IReadOnlyList<RuleViolation>> DoAsync(Guid id, ViewPost post, string position, int designs, Viewer viewer, Actor actor) => post.Verb switch
    {
        ViewPost.Upload => UploadAsync(id, post, position, viewer, actor),
        ViewPost.Receive => ReceiveAsync(id, post, viewer, actor),
        ViewPost.Remove when post.ViewId is { } view => SaveAsync(ct => remove.ExecuteAsync(id, view, viewer, actor, ct)),
        ViewPost.Move when post.ViewId is { } view => SaveAsync(ct => remove.MoveAsync(id, view, post.Chosen.Position, viewer, actor, ct)),
        ViewPost.TakeBack when post.ViewId is { } view => SaveAsync(ct => place.TakeBackAsync(id, view, viewer, actor, ct)),
        ViewPost.Place when post.PictureId is { } picture => SaveAsync(ct => place.ExecuteAsync(id, [new(picture, post.Chosen.Design, post.Chosen.Position)], viewer, actor, ct)),
        ViewPost.PlaceAll => SaveAsync(ct => place.ExecuteAsync(id, [.. Seen(post)], viewer, actor, ct)),
        ViewPost.Discard when post.PictureId is { } picture => SaveAsync(ct => place.DiscardAsync(id, picture, viewer, actor, ct)),
        ViewPost.Undo => SaveAsync(ct => log.UndoAsync(id, post.ChangeId, viewer, actor, ct)),
        ViewPost.Omit => OmitAsync(id, post, designs, viewer, actor),
        _ => Task.FromResult<IReadOnlyList<RuleViolation>>([]),
    };

    /// <summary>What is no pair of a picture and a place was not made by this page.</summary>
    private static IEnumerable<Placement> Seen(ViewPost post) =>
        from seen in post.Seen ?? []
        let pair = seen.Split(':')
        where pair.Length == 2 && Guid.TryParse(pair[0], out _)
        select new Placement(Guid.Parse(pair[0]), post.Design, pair[1]);

    private async Task<IReadOnlyList<RuleViolation>> ReceiveAsync(Guid id, ViewPost post, Viewer viewer, Actor actor)
    {
        var files = post.Received.ToList();
        if (files.Count == 0)
            return [new RuleViolation("image.none", "tray")];
        List<RuleViolation> refused = [];
        foreach (var file in files)
        {
            var bytes = await BytesAsync(file);
            refused.AddRange(await SaveAsync(ct => receive.ExecuteAsync(id, post.Design, file.FileName, bytes, viewer, actor, ct)));
        }
        return refused;
    }

    private async Task<IReadOnlyList<RuleViolation>> UploadAsync(Guid id, ViewPost post, string position, Viewer viewer, Actor actor)
    {
        if ((post.Photo is { Length: > 0 } photo ? photo : post.File) is not { Length: > 0 } file)
            return [new RuleViolation("image.none", post.Position)];
        var bytes = await BytesAsync(file);
        return await SaveAsync(async ct =>
        {
            var added = await add.ExecuteAsync(id, post.Design, position, file.FileName, bytes, viewer, actor, ct);
            if (added.Succeeded)
                await save.ExecuteAsync(id, form => ArrangementLog.Omitting(form, post.Design, position, null), Steps.Views, viewer, actor, ct);
            return added;
        });
    }

    private Task<IReadOnlyList<RuleViolation>> OmitAsync(Guid id, ViewPost post, int designs, Viewer viewer, Actor actor)
    {
        OmittedView? omission = null;
        if (Enum.TryParse<ViewKind>(post.Position, out var face) && Enum.IsDefined(face)
            && Enum.TryParse<OmissionReason>(post.Reason, out var reason) && Enum.IsDefined(reason) && reason != OmissionReason.Unanswered)
            omission = new(face, reason, Enum.TryParse<ViewKind>(post.Counterpart, out var other) && Enum.IsDefined(other) ? other : null, designs > 1 ? post.Design : null);
        return SaveAsync(async ct =>
        {
            if (await db.Applications.FindAsync([id], ct) is { } application)
                await log.NoteAsync(application, "application.view-omitted", actor, ct);
            return await save.ExecuteAsync(id, form => ArrangementLog.Omitting(form, post.Design, post.Position ?? "", omission), Steps.Views, viewer, actor, ct);
        });
    }

    private async Task<IReadOnlyList<RuleViolation>> SaveAsync<T>(Func<CancellationToken, Task<Result<T>>> act)
    {
        var done = await boundary.SaveAsync(act, CancellationToken.None, mayRepeat: true);
        // What a refused picture left behind in the context must not be saved with anything else.
        if (!done.Succeeded)
            db.ChangeTracker.Clear();
        return done.Violations;
    }

    private static async Task<byte[]> BytesAsync(IFormFile file)
    {
        using var memory = new MemoryStream((int)file.Length);
        await file.CopyToAsync(memory, CancellationToken.None);
        return memory.ToArray();
    }
}
