namespace IpCenter.Search.Index;

/// <summary>
/// One directory of segments with its manifest. Readers use snapshots and are never blocked; commits come one after
/// the other; merges run beside both. Killed at any byte, it opens at its last commit.
/// </summary>
internal sealed class Generation : IDisposable
{
    private readonly Lock _writing = new();
    private readonly CancellationTokenSource _closing = new();
    private volatile Snapshot _snapshot;
    private readonly SegmentFolder _segments;
    private readonly UseCount _users = new();
    private volatile bool _isRetired;
    private int _isClosing;
    private Task _work = Task.CompletedTask;

    private Generation(string directory, Snapshot snapshot)
    {
        (Directory, _snapshot) = (directory, snapshot);
        _segments = new SegmentFolder(directory, snapshot.Manifest.NextSegment);
    }

    /// <summary>Its folder.</summary>
    public string Directory { get; }

    public long Position => _snapshot.Manifest.Position;

    public int Count => _snapshot.Count;

    public int SegmentCount => _snapshot.Segments.Count;

    public long Bytes => _snapshot.Segments.Sum(segment => segment.Bytes);

    /// <summary>What was found to be damaged since it was opened; <c>null</c> when nothing.</summary>
    public IndexDamagedException? Damage { get; private set; }

    /// <summary>Why the last merge could not be finished, a full disk for example; it is tried again after the next commit.</summary>
    public string? MergeFault { get; private set; }

    /// <exception cref="IndexDamagedException">A file cannot be used.</exception>
    public static Generation Open(string directory, string features)
    {
        System.IO.Directory.CreateDirectory(directory);
        var snapshot = Snapshot.Open(directory, features);
        var generation = new Generation(directory, snapshot);
        generation._segments.RemoveAllBut(snapshot.Segments);
        generation.Later(generation.CheckAndMerge);
        return generation;
    }

    /// <summary>The index as it is now, for <see cref="Release"/>; <c>null</c> when this generation is closed.</summary>
    public Snapshot? TryUse() => _users.TryEnter() ? Current() : null;

    public void Release(Snapshot snapshot)
    {
        snapshot.Release();
        ReleaseSelf();
    }

    /// <summary>Notes a damage that a reader met.</summary>
    public void Report(IndexDamagedException damage) => Damage ??= damage;

    /// <summary>Applies changes and commits them at a position of the feed: all or nothing, also when the process is killed.</summary>
    public void Apply(IReadOnlyList<IndexChange> changes, long position)
    {
        List<IndexChange> last = [.. changes.GroupBy(change => change.Id).Select(group => group.Last())];
        // Before the lock: this is what takes the time, and needs nothing of the index.
        var documents = new StoredDocument?[last.Count];
        Parallel.For(0, last.Count, at => documents[at] = last[at].Document is { } document ? StoredDocument.Of(document) : null);
        Apply([.. last.Select((change, at) => (change.Id, documents[at]))], position);
    }

    /// <summary>The same for documents that are quantised already; each id once, <c>null</c> for one that goes.</summary>
    public void Apply(IReadOnlyList<(string Id, StoredDocument? Document)> changes, long position)
    {
        lock (_writing)
        {
            List<StoredDocument> added = [.. changes.Select(change => change.Document).OfType<StoredDocument>()];
            var before = _snapshot;
            var deleted = before.Deleted.ToArray();
            foreach (var places in changes.Select(change => before.Find(change.Id)).OfType<DocumentPlace>().GroupBy(place => place.Segment))
                deleted[places.Key] = deleted[places.Key].With([.. places.Select(place => place.Document)]);
            List<Segment> written = [];
            try
            {
                written.AddRange(SegmentFolder.Parts(added).Select(part => _segments.Write(path => SegmentBuilder.Write(path, part))));
                Commit([.. before.Segments, .. written], [.. deleted, .. written.Select(_ => DocumentSet.Empty)], position);
            }
            catch
            {
                SegmentFolder.Drop(written);
                throw;
            }
            Later(Merge);
        }
    }

    /// <summary>Waits until nothing is merged or checked any more.</summary>
    public void Settle()
    {
        Task work;
        lock (_writing)
            work = _work;
        work.Wait(CancellationToken.None);
    }

    /// <summary>Reads every file again and compares checksums and counts; the problems found, none when all is well.</summary>
    public IReadOnlyList<string> Verify(CancellationToken cancellation)
    {
        List<string> problems = [];
        var snapshot = TryUse() ?? throw new ObjectDisposedException(nameof(SearchIndex));
        try
        {
            foreach (var segment in snapshot.Segments)
            {
                try
                {
                    segment.Check(anew: true, cancellation);
                }
                catch (IndexDamagedException e)
                {
                    Report(e);
                    problems.Add(e.Message);
                }
            }
        }
        finally
        {
            Release(snapshot);
        }
        return problems;
    }

    /// <summary>Closes it when its last reader is done.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isClosing, 1) != 0)
            return;
        _closing.Cancel();
        ReleaseSelf();
    }

    /// <summary>Closes it when its last reader is done, and removes its folder.</summary>
    public void Retire()
    {
        _isRetired = true;
        Dispose();
    }

    private Snapshot Current()
    {
        while (true)
            if (_snapshot is var snapshot && snapshot.TryUse())
                return snapshot;
    }

    private void ReleaseSelf()
    {
        if (!_users.Leave())
            return;
        Settle();
        _snapshot.Release();
        _closing.Dispose();
        // A rebuild that is given up after the index was closed may find that the next opening has removed it.
        if (_isRetired && System.IO.Directory.Exists(Directory))
            System.IO.Directory.Delete(Directory, recursive: true);
    }

    private void Commit(IReadOnlyList<Segment> segments, IReadOnlyList<DocumentSet> deleted, long position)
    {
        var before = _snapshot;
        var manifest = before.Manifest with
        {
            Position = position,
            NextSegment = _segments.Next,
            Segments = [.. segments.Select((segment, s) => new SegmentEntry(segment.Name, deleted[s].ToString()))],
        };
        manifest.Write(Directory);
        _snapshot = new Snapshot(manifest, segments, deleted);
        foreach (var segment in before.Segments.Except(segments))
            segment.Retire();
        before.Release();
    }

    // On a thread of its own: whoever closes the generation waits for it, also when searches keep all others busy.
    private void Later(Action work)
    {
        lock (_writing)
            _work = _work.ContinueWith(_ => work(), _closing.Token, TaskContinuationOptions.LongRunning, TaskScheduler.Default)
                .ContinueWith(done => MergeFault = done.Exception?.GetBaseException().Message ?? MergeFault, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    private void CheckAndMerge()
    {
        var snapshot = Current();
        try
        {
            foreach (var segment in snapshot.Segments)
                segment.Check(anew: false, _closing.Token);
        }
        catch (IndexDamagedException e)
        {
            Damage = e;
            return;
        }
        finally
        {
            snapshot.Release();
        }
        Merge();
    }

    private void Merge()
    {
        try
        {
            while (Damage is null && MergeOnce())
                MergeFault = null;
        }
        catch (IndexDamagedException e)
        {
            Damage = e;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            MergeFault = e.Message;
        }
    }

    private bool MergeOnce()
    {
        var snapshot = Current();
        try
        {
            var chosen = MergePolicy.Choose(snapshot);
            if (chosen.Count == 0)
                return false;
            var sources = chosen.Select(s => new MergeSource(snapshot.Segments[s], snapshot.Deleted[s])).ToList();
            var merger = new SegmentMerger(sources);
            var merged = _segments.Write(path => merger.Write(path, _closing.Token));
            try
            {
                lock (_writing)
                    Replace(sources, merger, merged);
            }
            catch
            {
                SegmentFolder.Drop([merged]);
                throw;
            }
            return true;
        }
        finally
        {
            snapshot.Release();
        }
    }

    // What was deleted while the merge ran is deleted in its result too.
    private void Replace(List<MergeSource> sources, SegmentMerger merger, Segment merged)
    {
        var now = _snapshot;
        var kept = Enumerable.Range(0, now.Segments.Count).Where(s => sources.All(source => source.Segment != now.Segments[s])).ToList();
        Commit(
            [.. kept.Select(s => now.Segments[s]), merged],
            [.. kept.Select(s => now.Deleted[s]), merger.DeletedMeanwhile(now)],
            now.Manifest.Position);
    }
}
