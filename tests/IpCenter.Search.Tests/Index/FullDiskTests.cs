namespace IpCenter.Search.Tests.Index;

/// <summary>A full disk costs time and never an answer: the index is as before, says why, and goes on when there is room.</summary>
public sealed class FullDiskTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ipcenter-full-").FullName;

    [Fact]
    public Task A_commit_that_finds_no_room_changes_nothing_and_is_made_when_there_is_room() => PlayAsync("apply",
    [
        "before: position 50, 50 documents, 50 found",
        "refused",
        "full: position 50, 50 documents, 50 found",
        "refused",
        "after: position 100, 100 documents, 100 found",
        "problems 0",
    ]);

    [Fact]
    public Task A_manifest_that_finds_no_room_leaves_the_one_before() => PlayAsync("manifest",
    [
        "before: position 50, 50 documents, 50 found",
        "refused",
        "full: position 50, 50 documents, 50 found",
        "after: position 51, 49 documents, 49 found",
        "problems 0",
    ]);

    [Fact]
    public Task A_merge_that_finds_no_room_is_told_and_made_later() => PlayAsync("merge",
    [
        "before: position 50, 50 documents, 50 found",
        "merge-fault True 10",
        "full: position 500, 500 documents, 500 found",
        "merge-fault False 2",
        "after: position 501, 501 documents, 501 found",
        "problems 0",
    ]);

    [Fact]
    public Task A_rebuild_that_finds_no_room_leaves_the_index_in_use_and_no_files() => PlayAsync("rebuild",
    [
        "before: position 50, 50 documents, 50 found",
        "refused",
        "full: position 50, 50 documents, 50 found",
        "generations 1",
        "after: position 50, 50 documents, 50 found",
        "problems 0",
    ]);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task PlayAsync(string scene, IReadOnlyList<string> expected)
    {
        using var other = OtherProcess.Start(_folder, "full", scene);
        Assert.Equal(expected, await other.AllAsync());
    }
}
