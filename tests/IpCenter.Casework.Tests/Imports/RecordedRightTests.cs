using IpCenter.Casework.Designs;
using IpCenter.Casework.Imports;
using IpCenter.Casework.Tests.Designs;
using Microsoft.Extensions.DependencyInjection;

namespace IpCenter.Casework.Tests.Imports;

/// <summary>What was recorded about a right, beside what a bulletin says of it.</summary>
public sealed class RecordedRightTests
{
    private const string Number = "ZL202430112233.5";

    [Theory]
    [InlineData("未缴年费终止", DesignStatus.Lapsed)]
    [InlineData("Lapsed", DesignStatus.Lapsed)]
    [InlineData("视为放弃", DesignStatus.Abandoned)]
    [InlineData("surrendered", DesignStatus.Abandoned)]
    public async Task Words_of_a_source_become_a_status_and_are_written_out_again(string word, DesignStatus status)
    {
        await using var desk = await ImportDesk.OpenAsync();
        await desk.ImportAsync($"number,title,status,source\n{Number},盒,{word},公报\n");

        using var table = new MemoryStream();
        await using (var scope = desk.Host.Scope())
            await scope.ServiceProvider.GetRequiredService<ExportDesigns>().WriteTableAsync(table, english: true, default);

        Assert.Equal(status, Assert.Single(await desk.DesignsAsync()).Status);
        Assert.Equal(1, (await desk.ImportFileAsync(desk.Write(table.ToArray()))).Unchanged);
    }

    [Fact]
    public async Task A_bulletin_does_not_overrule_what_was_recorded_on_a_document()
    {
        await using var desk = await ImportDesk.OpenAsync();
        var design = SampleRights.Right(number: Number);
        design.FirmId = null;
        design.Follow(new RightHistory(design, [SampleRights.Entry(design, SampleRights.Facts(RightEntryKind.Lapsed))]).On(SampleRights.Today));
        await desk.Host.PublishAsync(design);
        await desk.Host.ChangeAsync(db =>
        {
            var original = SampleRights.Right(number: Number);
            original.FirmId = null;
            db.RightEntries.Add(SampleRights.Entry(original, SampleRights.Facts(RightEntryKind.Lapsed)));
            return Task.CompletedTask;
        });

        await desk.ImportAsync($"number,title,owner,status,source\n{Number},首饰盒,另一家公司,有效,公报\n");

        var after = Assert.Single(await desk.DesignsAsync());
        Assert.Equal((DesignStatus.Lapsed, "曹县firm有限公司"), (after.Status, after.OwnerName));
    }
}
