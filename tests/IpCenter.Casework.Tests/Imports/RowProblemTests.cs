using IpCenter.Casework.Designs;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Tests.Imports;

/// <summary>Bad rows: told with line, column, value and reason; the others go on.</summary>
public sealed class RowProblemTests
{
    private const string Header = "number,title,class,owner,filed,announced,expires,status,source";

    [Fact]
    public async Task All_reasons_of_a_row_are_told_not_just_the_first()
    {
        await using var desk = await ImportDesk.OpenAsync();

        var import = await desk.ImportAsync($"{Header}\nZL202430112233.4,,99-99,,2026-02-30,soon,,sleeping,\nZL202430112233.5,盒,09-03,,,2024-09-10,,,\n");

        Assert.Equal((1, 1), (import.Added, import.Refused));
        Assert.Equal(
            [
                "2 Number identifier ZL202430112233.4 校验位应为“5”。 The check sign should be '5'.",
                "2 Source source.for-other-number",
                "2 Class class.unknown 99-99 15",
                "2 Filed date.impossible 2026-02-30",
                "2 Announced date.unreadable soon",
                "2 Status status.unknown sleeping",
                "2 Title required",
            ],
            await desk.ProblemsAsync(import.Id));
    }

    [Theory]
    [InlineData(",盒,,,,,,,", "2 Number required")]
    [InlineData("ZL202410112233.4,盒,,,,,,,公报", "2 Number number.not-a-design ZL202410112233.4")]
    [InlineData("202430112233.4,盒,,,,,,,公报", "2 Number identifier 202430112233.4 校验位应为“5”。 The check sign should be '5'.")]
    [InlineData("ZL202430112233.5,盒,,,2024-03-01,2024-02-01,,,", "2 Announced announced.before-filed 2024-02-01 2024-03-01")]
    [InlineData("ZL202430112233.5,盒,,,2024-03-01,2026-11-17,,,", "2 Announced announced.future 2026-11-17")]
    [InlineData("ZL202430112233.5,盒,,,2026-12-01,,,,", "2 Filed date.future 2026-12-01||2 Announced announced.unknown")]
    [InlineData("ZL202430112233.5,盒,,,2024-03-01,2024-09-01,2024-01-01,,", "2 Expires expires.before 2024-01-01")]
    [InlineData("ZL202430112233.5,盒,,,2024-03-01,2024-09-01,2040-01-01,,", "2 Expires expires.too-late 2040-01-01 2039-03-01")]
    [InlineData("2.02430112233E+11,盒,,,,,,,展会", "2 Number number.rounded 2.02430112233E+11")]
    [InlineData("ZL202430112233.5,盒,9月33日,,,2024-09-10,,,", "2 Class class.unknown 9月33日 15")]
    [InlineData("ZL202430112233.5,盒,,,9999-12-31,2024-09-01,,,", "2 Filed date.future 9999-12-31||2 Announced announced.before-filed 2024-09-01 9999-12-31")]
    [InlineData("ZL202430112233.5,盒,,,٢٠٢٤-٠٣-٠١,2024-09-01,,,", "2 Filed date.unreadable ٢٠٢٤-٠٣-٠١")]
    [InlineData("ZL202430112233.5,盒,,,,2024-09-01,,,,extra,more", "2 row.too-many-columns extra | more 11 9")]
    [InlineData("ZL202430112233.5,\"盒,,,,,,,", "2 row.open-quote ZL202430112233.5,\"盒,,,,,,,")]
    [InlineData("ZL202430112233.5,\"盒\"子,,,,,,,", "2 row.text-after-quote ZL202430112233.5,\"盒\"子,,,,,,,")]
    public async Task A_bad_row_is_refused_with_its_reason(string row, string problems)
    {
        await using var desk = await ImportDesk.OpenAsync();

        var import = await desk.ImportAsync($"{Header}\n{row}\nCF-1,裙,02-02,,,,,,展会\n");

        Assert.Equal(problems.Split("||"), await desk.ProblemsAsync(import.Id));
        Assert.Equal((1, 1), (import.Added, import.Refused));
    }

    [Fact]
    public async Task A_source_or_a_number_that_is_too_long_names_no_design()
    {
        await using var desk = await ImportDesk.OpenAsync();

        var import = await desk.ImportAsync($"number,title,source\nCF-1,裙,{new string('展', 101)}\n{new string('㍿', 20)},裙,展会\n");

        Assert.Equal([$"2 Source text.too-long {new string('展', 80)}… 101 100", $"3 Number number.unusable {new string('㍿', 20)} 60"], await desk.ProblemsAsync(import.Id));
        Assert.All(await desk.Host.AskAsync(db => db.DesignImportRows.Select(r => r.Key).ToListAsync()), Assert.Null);
    }

    [Fact]
    public async Task A_class_that_a_spreadsheet_took_for_a_day_is_read_and_remarked()
    {
        await using var desk = await ImportDesk.OpenAsync();

        var import = await desk.ImportAsync("number,title,class,source\nCF-1,裙,9月3日,展会\n");

        Assert.Equal(["2 Class class.was-day 9月3日 09-03"], await desk.ProblemsAsync(import.Id));
        Assert.Equal("09-03", (await desk.DesignsAsync()).Single().LocarnoClass);
    }

    [Fact]
    public async Task A_text_that_is_too_long_names_both_lengths()
    {
        await using var desk = await ImportDesk.OpenAsync();

        var import = await desk.ImportAsync($"number,title,source\n1,{new string('长', 101)},展会\n");

        Assert.Equal([$"2 Title text.too-long {new string('长', 80)}… 101 100"], await desk.ProblemsAsync(import.Id));
    }

    [Fact]
    public async Task A_number_that_the_table_had_before_is_refused_with_the_line_of_the_first()
    {
        await using var desk = await ImportDesk.OpenAsync();
        desk.Option(o => o.RowsPerSave = 2);

        var import = await desk.ImportAsync("number,title,source\n1,a,展会\n2,b,展会\n1,c,展会\n1,d,另一展会\n1,e,展会\n");

        Assert.Equal(["4 Number number.twice 1 2", "6 Number number.twice 1 2"], await desk.ProblemsAsync(import.Id));
        Assert.Equal(["a", "b", "d"], (await desk.DesignsAsync()).Select(d => d.ProductName).Order());
    }

    [Theory]
    [InlineData("missing.png", "picture.missing missing.png missing.png")]
    [InlineData("broken.png", "image.Corrupt broken.png broken.png")]
    [InlineData("text.png", "image.NotAnImage text.png text.png")]
    [InlineData("same.png", "picture.several same.png same.png")]
    [InlineData("../secret.png", "picture.name ../secret.png")]
    [InlineData("/etc/passwd", "picture.name /etc/passwd")]
    [InlineData("link.png", "picture.missing link.png link.png")]
    [InlineData("sideways=good.png", "picture.position sideways")]
    [InlineData("主视图1٣=good.png", "picture.position 主视图1٣")]
    [InlineData("good.png;good.png", "picture.twice good.png")]
    [InlineData("主视图=good.png;front=other.png", "picture.position-twice good.png; other.png 主视图")]
    public async Task A_picture_that_cannot_be_taken_refuses_its_row(string cell, string problem)
    {
        await using var desk = await ImportDesk.OpenAsync();
        desk.AddPicture("good.png", 1);
        desk.AddPicture("other.png", 2);
        desk.AddPicture("a/same.png", 1);
        desk.AddPicture("b/same.png", 2);
        File.WriteAllBytes(Path.Combine(desk.PictureFolder, "broken.png"), ImportDesk.Picture(3)[..900]);
        File.WriteAllText(Path.Combine(desk.PictureFolder, "text.png"), "no picture");
        var outside = desk.Write(ImportDesk.Picture(4), "png");
        File.CreateSymbolicLink(Path.Combine(desk.PictureFolder, "link.png"), outside);

        var import = await desk.ImportAsync($"number,title,source,pictures\n1,盒,展会,{cell}\n2,盒,展会,good.png\n", desk.PictureFolder);

        Assert.Equal([$"2 Pictures {problem}"], await desk.ProblemsAsync(import.Id));
        Assert.Equal((1, 1), (import.Added, import.Refused));
    }

    [Fact]
    public async Task Days_classes_and_states_are_read_in_the_ways_that_tables_write_them()
    {
        await using var desk = await ImportDesk.OpenAsync();

        var import = await desk.ImportAsync(
            "专利号,产品名称,洛迦诺分类号,申请日,公告日,法律状态\nzl 2024 3 0112233.5,盒,LOC(15) Cl. 9-3,2024年3月1日,2024/9/10 0:00,专利权有效\n", null);

        Assert.Equal([], await desk.ProblemsAsync(import.Id));
        var design = (await desk.DesignsAsync()).Single();
        Assert.Equal(
            ("ZL202430112233.5", "09-03", new DateOnly(2024, 3, 1), new DateOnly(2024, 9, 10), new DateOnly(2039, 3, 1), DesignStatus.InForce),
            (design.PatentNumber, design.LocarnoClass, design.FiledOn, design.AnnouncedOn, design.ExpiresOn, design.Status));
    }
}
