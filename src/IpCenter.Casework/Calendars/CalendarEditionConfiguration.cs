using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IpCenter.Casework.Calendars;

internal sealed class CalendarEditionConfiguration : IEntityTypeConfiguration<CalendarEdition>
{
    public void Configure(EntityTypeBuilder<CalendarEdition> b)
    {
        b.ToTable("CalendarEditions");
        b.HasKey(e => e.Number);
        // Given by the use case: of two who publish at once one meets a conflict and gets the next.
        b.Property(e => e.Number).ValueGeneratedNever();
        b.HasIndex(e => e.Id).IsUnique();
        b.Property(e => e.Title).HasMaxLength(CalendarEdition.LongestTitle);
        b.Property(e => e.NoticeNumber).HasMaxLength(CalendarEdition.LongestNumber);
        b.Property(e => e.Reason).HasMaxLength(500);
        b.Property(e => e.PublishedByName).HasMaxLength(100);
    }
}
