using IpCenter.Casework.SimilarDesigns;
using IpCenter.Search;
using IpCenter.Testing;
using IpCenter.Web.Tests.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace IpCenter.Web.Tests.Pages.Register;

/// <summary>Pictures of every bad kind that are searched with: a clear word, or an honest answer.</summary>
public sealed class BadPictureTests(WebFactory factory) : IClassFixture<WebFactory>
{
    public static TheoryData<string, string> Refused { get; } = new()
    {
        { "nothing", "image.Empty" },
        { "text", "image.NotAnImage" },
        { "zeros", "image.NotAnImage" },
        { "truncated", "image.Corrupt" },
        { "overwritten", "image.Corrupt" },
        { "endless", "image.TooLongSide" },
        { "white", "image.Blank" },
        { "black", "image.Blank" },
        { "one-pixel", "image.TooSmall" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task What_cannot_be_compared_is_refused_with_the_reason(string kind, string code)
    {
        await using var scope = factory.Services.CreateAsyncScope();

        var read = await scope.ServiceProvider.GetRequiredService<ReadPictureQuery>().ExecuteAsync(Bytes(kind), @"C:\photos\坏图.png", default);

        Assert.False(read.Succeeded);
        var violation = Assert.Single(read.Violations);
        Assert.Equal((code, "坏图.png"), (violation.Code, Assert.Single(violation.Arguments)));
    }

    [Fact]
    public async Task Of_an_animation_the_first_frame_is_looked_for_and_the_number_of_frames_is_known()
    {
        await using var scope = factory.Services.CreateAsyncScope();
        var reader = scope.ServiceProvider.GetRequiredService<ReadPictureQuery>();

        var animation = await reader.ExecuteAsync(Gif(seed: 5, frames: 3), "动图.gif", default);
        var still = await reader.ExecuteAsync(Gif(seed: 5, frames: 1), "静图.gif", default);

        Assert.Equal((3, 1), (animation.Value.Frames, still.Value.Frames));
        Assert.Equal(still.Value.Features.ToBytes(), animation.Value.Features.ToBytes());
    }

    [Fact]
    public async Task A_registered_design_without_anything_to_see_is_like_no_picture_and_is_found_by_its_words()
    {
        await using var own = new WebFactory();
        await own.PublishAsync("ZL202630000041.1", "首饰盒", 41);
        var index = own.Services.GetRequiredService<DesignIndex>().Index;
        var blank = FeatureExtractor.Extract(new RgbImage(400, 400, Enumerable.Repeat((byte)255, 400 * 400 * 3).ToArray()));
        Assert.True(blank.IsBlank);
        index.Apply([IndexChange.Upsert(new SearchDocument { Id = "design:blank", Audiences = ["public"], Title = "空白", Views = [new SearchView("view", blank)] })], index.Position);

        foreach (var picture in new[] { blank, FeatureExtractor.ExtractQuery(new RgbImage(1, 1, new byte[3])) })
            Assert.Empty(index.Search(new SearchQuery { Audiences = ["public"], Images = [picture] }, default).Hits);
        Assert.Equal("design:blank", Assert.Single(index.Search(new SearchQuery { Audiences = ["public"], Words = "空白" }, default).Hits).DocumentId);
    }

    private static byte[] Bytes(string kind)
    {
        var good = Pictures.Product(7);
        switch (kind)
        {
            case "nothing":
                return [];
            case "text":
                return "这不是图片"u8.ToArray();
            case "zeros":
                return new byte[5000];
            case "truncated":
                return good[..(good.Length / 2)];
            case "overwritten":
                good.AsSpan(good.Length / 2, 2000).Fill(0x5a);
                return good;
            case "endless":
                return Pictures.Png(30_000, 1, new byte[90_000]);
            case "white":
                return Pictures.Png(600, 600, [.. Enumerable.Repeat((byte)255, 600 * 600 * 3)]);
            case "black":
                return Pictures.Png(600, 600, new byte[600 * 600 * 3]);
            case "one-pixel":
                return Pictures.Png(1, 1, [10, 200, 30]);
            default:
                throw new ArgumentOutOfRangeException(nameof(kind));
        }
    }

    /// <summary>A GIF (GIF89a, CompuServe 1990) whose codes have 8 bits and mean one pixel each; the frames differ.</summary>
    private static byte[] Gif(int seed, int frames)
    {
        const int side = 64, codes = 126;
        var random = new Random(seed);
        List<byte> file = [.. "GIF89a"u8, side, 0, side, 0, 0b1110_0110, 0, 0, .. Enumerable.Range(0, 3 * 128).Select(i => (byte)(i / 3 * 2))];
        for (var frame = 0; frame < frames; frame++)
        {
            file.AddRange([0x21, 0xf9, 4, 0, 10, 0, 0, 0, 0x2c, 0, 0, 0, 0, side, 0, side, 0, 0, 7]);
            var pixels = Enumerable.Range(0, side * side).Select(at => (byte)((at / 8 % 8 * 37 + at / 512 * 53 + frame * 40 + random.Next(9)) % 128)).ToList();
            foreach (var part in pixels.Chunk(codes))
                file.AddRange([(byte)(part.Length + 1), 128, .. part]);
            file.AddRange([1, 129, 0]);
        }
        file.Add(0x3b);
        return [.. file];
    }
}
