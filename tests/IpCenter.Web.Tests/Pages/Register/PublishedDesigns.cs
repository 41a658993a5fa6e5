using IpCenter.Casework.Audit;
using IpCenter.Casework.Data;
using IpCenter.Casework.Designs;
using IpCenter.Casework.Images;
using IpCenter.Casework.SearchFeed;
using IpCenter.Casework.SimilarDesigns;
using IpCenter.Testing;
using IpCenter.Web.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IpCenter.Web.Tests.Pages.Register;

/// <summary>Puts designs into the register as a publication does.</summary>
internal static class PublishedDesigns
{
    public const string OwnerName = "曹县甲木业有限公司";

    /// <summary>A design with one view, drawn from a seed; gives the id of its picture.</summary>
    public static async Task<Guid> PublishAsync(this WebFactory factory, string number, string product, int seed, DateOnly? announced = null)
    {
        await using var scope = factory.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CaseworkDbContext>();
        var now = factory.Clock.GetUtcNow();
        var image = await scope.ServiceProvider.GetRequiredService<ReceiveImage>()
            .ExecuteAsync(Pictures.Product(seed), "front.png", Actor.System(now, "published"), default);
        Assert.True(image.Succeeded, string.Join("; ", image.Violations.Select(v => v.Code)));
        var design = new Design
        {
            Id = Guid.CreateVersion7(now),
            PatentNumber = number,
            OwnerName = OwnerName,
            ProductName = product,
            Use = "用于收纳。",
            LocarnoClass = "09-03",
            BriefDescription = "1. 本外观设计产品的名称。",
            FiledOn = new DateOnly(2026, 10, 8),
            AnnouncedOn = announced ?? new DateOnly(2026, 11, 17),
            ExpiresOn = new DateOnly(2041, 10, 8),
            PublishedAt = now,
        };
        db.Designs.Add(design);
        db.DesignViews.Add(new DesignView { Id = Guid.CreateVersion7(now), DesignId = design.Id, DesignNumber = 1, Position = "Front", ImageId = image.Value.Id });
        db.IndexedChanges.Add(new IndexedChange { Kind = IndexedKind.Design, SubjectId = design.Id, At = now });
        await db.SaveChangesAsync();
        await factory.CatchUpAsync();
        return image.Value.Id;
    }

    /// <summary>One more view of the design that has this picture; its row sorts before the others.</summary>
    public static async Task AddViewAsync(this WebFactory factory, Guid firstImage, string position, int seed, int side)
    {
        await using var scope = factory.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CaseworkDbContext>();
        var first = await db.DesignViews.SingleAsync(v => v.ImageId == firstImage);
        var image = await scope.ServiceProvider.GetRequiredService<ReceiveImage>()
            .ExecuteAsync(Pictures.Product(seed, side), "view.png", Actor.System(factory.Clock.GetUtcNow(), "published"), default);
        db.DesignViews.Add(new DesignView { Id = new Guid(seed, 0, 0, new byte[8]), DesignId = first.DesignId, DesignNumber = 1, Position = position, ImageId = image.Value.Id });
        await db.SaveChangesAsync();
    }

    /// <summary>Lets the search index see what was written.</summary>
    public static Task CatchUpAsync(this WebFactory factory) => factory.Services.GetRequiredService<DesignIndex>().CatchUpAsync(default);
}
