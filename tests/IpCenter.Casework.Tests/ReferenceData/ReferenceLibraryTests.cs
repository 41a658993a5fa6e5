using IpCenter.Casework.Clocks;
using IpCenter.Casework.ReferenceData;
using IpCenter.Testing;

namespace IpCenter.Casework.Tests.ReferenceData;

public sealed class ReferenceLibraryTests
{
    [Fact]
    public void The_projects_own_data_is_read_without_a_problem() =>
        Assert.Empty(ReferenceLibrary.Read(Repository.PathTo("data")).Problems);

    [Theory]
    [InlineData("venues/rules.json", "\"priority\": 100", "\"priority\": 100, \"prioritty\": 1", "$.rules[0].prioritty", "There is no such member.")]
    [InlineData("venues/rules.json", "\"power\": \"design-patent\"", "\"power\": null", "$.rules[0].power", "exactly one")]
    [InlineData("venues/courts.json", "\"court\": \"chengwu\"", "\"court\": \"chengdu\"", "$.powers[0].court", "There is no court 'chengdu'.")]
    [InlineData("venues/courts.json", "\"confidence\": 0.95", "\"confidence\": 1.95", "$.courts[0].confidence", "between 0 and 1")]
    [InlineData("venues/courts.json", "\"level\": \"basic\"", "\"level\": \"lowest\"", "$.courts[0].level", "is not one of basic, intermediate")]
    [InlineData("venues/courts.json", "\"effectiveTo\": \"2025-10-01\"", "\"effectiveTo\": \"2021-10-01\"", "$.powers[0].effectiveTo", "ends before it begins")]
    [InlineData("venues/courts.json", "\"effectiveFrom\": \"2022-05-01\"", "\"effectiveFrom\": \"2022-02-30\"", "$.powers[0].effectiveFrom", "is not a DateOnly")]
    [InlineData("venues/set.json", "\"version\": \"2026.11.21\",", "", "$.version", "It is missing.")]
    [InlineData("venues/set.json", "\"371700\" }", "\"371799\" }", "$.places[52].partOf", "There is no place '371799'.")]
    [InlineData("venues/set.json", "\"partOf\": \"371700\"", "\"partOf\": \"371702\"", "$.places[52].partOf", "lies in itself")]
    [InlineData("holidays/2026.json", "\"status\": \"official\"", "\"status\": null", "$.status", "It may not be null.")]
    [InlineData("holidays/2026.json", "\"to\": \"2026-01-03\"", "\"to\": \"2025-12-31\"", "$.holidays[0].to", "before it begins")]
    [InlineData("holidays/2026.json", "\"2026-01-04\"", "\"2026-01-05\"", "$.makeUpWorkdays[0].date", "worked in any case")]
    [InlineData("holidays/2026.json", "\"year\": 2026", "\"year\": 2030", "$.year", "named after another year")]
    [InlineData("deadlines/centre.json", "\"unit\": \"working-days\"", "\"unit\": \"days\"", "$.rules[0].unit", "cannot be counted")]
    [InlineData("deadlines/centre.json", "\"length\": 3", "\"length\": -3", "$.rules[0].length", "too short")]
    [InlineData("deadlines/centre.json", "\"key\": \"examination\"", "\"key\": \"examen\"", "$", "The rule 'examination' is missing.")]
    [InlineData("deadlines/centre.json", "\"key\": \"examination-warning\"", "\"key\": \"examination\"", "$.rules[1].key", "another rule")]
    [InlineData("locarno/terms.json", "\"code\": \"02-02\"", "\"code\": \"02-88\"", "$.terms[2].code", "There is no subclass")]
    [InlineData("locarno/classification.json", "\"code\": \"01-02\"", "\"code\": \"01-01\"", "$.subclasses[1].code", "twice")]
    [InlineData("fees/cnipa-design.json", "\"singleRate\": 0.85", "\"singleRate\": 85", "$.reduction", "between 0 and 1")]
    [InlineData("festivals/windows.json", "\"closes\": \"2024-05-31\"", "\"closes\": \"2024-05-01\"", "$.windows[0].closes", "closes before it opens")]
    [InlineData("desk/desk.json", "\"share\": 0.8", "\"share\": 1", "$.escalation[1].share", "1 is not between 0 and 1: nobody is called before the start or after the breach.")]
    [InlineData("desk/desk.json", "\"share\": 0.8", "\"share\": 0.5", "$.escalation[1].share", "It is not later than the stage before it.")]
    [InlineData("desk/desk.json", "\"key\": \"lead\"", "\"key\": \"holder\"", "$.escalation[1].key", "There is another stage 'holder'.")]
    [InlineData("desk/desk.json", "\"from\": \"13:30:00\"", "\"from\": \"11:30:00\"", "$.hours[1].from", "It begins before the stretch before it ends.")]
    [InlineData("desk/desk.json", "\"queue\": \"quality\"", "\"queue\": \"qualities\"", "$.distribution.queues[1].queue", "There is no queue 'qualities'.")]
    [InlineData("desk/desk.json", "\"level\": \"expert\"", "\"level\": \"learning\"", "$.distribution.levels", "The level Expert stands there 0 times, not once.")]
    [InlineData("desk/desk.json", "\"minutes\": 90", "\"minutes\": 0", "$.forecast.handling[0].minutes", "A task takes some time.")]
    [InlineData("desk/desk.json", "\"leastCases\": 5", "\"leastCases\": 4", "$.serviceLevel.leastCases", "4 is less than 5: single cases could be recognised.")]
    [InlineData("desk/desk.json", "\"second-reading\", \"mark", "\"same-day\", \"mark", "$.serviceLevel.targets[0].rules[1]", "'same-day' does not count working days and cannot be added up.")]
    [InlineData("desk/desk.json", "\"clock\": \"centre\"", "\"clock\": \"applicant\"", "$.serviceLevel.targets[0].promised", "The centre promises its own clock alone.")]
    [InlineData("deadlines/centre.json", "\"on\": \"first-day\"", "\"on\": \"some-day\"", "$.rules[5].reminders[0].on", "is not one of first-day, last-day")]
    [InlineData("documents.json", "\"deadline\": \"owed-document\"", "\"deadline\": \"some-day\"", "$.kinds[0].deadline", "There is no deadline rule 'some-day'.")]
    [InlineData("documents.json", "\"waivable\": false", "\"waivable\": true", "$.kinds[1].waivable", "cannot be waived")]
    [InlineData("documents.json", "\"largestMegabytes\": 10", "\"largestMegabytes\": 100", "$.largestMegabytes", "between 1 and 25")]
    [InlineData("documents.json", "\"key\": \"fee-proof\"", "\"key\": \"priority-copy\"", "$.kinds[3].key", "another kind")]
    [InlineData("documents.json", "\"countsFrom\": \"submission\"", "\"countsFrom\": \"birth\"", "$.kinds[0].countsFrom", "is not one of")]
    [InlineData("notices.json", "\"refused\"", "\"granted\"", "$.formal[7]", "stands there twice")]
    [InlineData("recordal/criteria.json", "\"key\": \"subject\"", "\"key\": \"subjekt\"", "$.criteria[1].key", "There is no criterion 'subjekt'")]
    [InlineData("recordal/criteria.json", "\"key\": \"subject\"", "\"key\": \"place\"", "$.criteria", "The criterion 'subject' is missing.")]
    [InlineData("recordal/criteria.json", "\"key\": \"subject\"", "\"key\": \"place\"", "$.criteria[1].key", "stands there twice")]
    [InlineData("recordal/criteria.json", "[60, 30, 7]", "[7, 30, 60]", "$.term.reminderDays", "the longest first")]
    [InlineData("recordal/criteria.json", "[60, 30, 7]", "[120, 30, 7]", "$.term.reminderDays[0]", "before a renewal can be asked for")]
    [InlineData("recordal/criteria.json", "\"failedShare\": 0.7", "\"failedShare\": 70", "$.conduct.failedShare", "between 0 and 1")]
    [InlineData("recordal/criteria.json", "\"validHours\": 72", "\"validHours\": 0", "$.invitations.validHours", "at least an hour")]
    [InlineData("center.json", "\"02-01\"", "\"02-77\"", "$.acceptedClasses.codes[0]", "There is no subclass '02-77'.")]
    [InlineData("center.json", "\"key\": \"examination\"", "\"key\": \"d06-registration\"", "$.targets[0].key", "fixed by law")]
    [InlineData("desk/sample.json", "\"perDay\": 6", "\"perDay\": \"6\"", "$.caps.perDay", "is not a Int32")]
    [InlineData("desk/sample.json", "\"perDay\": 6", "\"perDay\": 60", "$.caps.perWeek", "at least what a day does")]
    [InlineData("desk/sample.json", "\"when\": \"always\"", "\"when\": \"recorded-sign\"", "$.strata", "Exactly one stratum")]
    [InlineData("desk/sample.json", "\"share\": 0.4", "\"share\": 40", "$.strata[2].share", "between 0 and 1")]
    [InlineData("desk/sample.json", "\"key\": \"views\"", "\"key\": \"look-alike-missed\"", "$.returnReasons[1].key", "stands there twice")]
    [InlineData("desk/signs.json", "\"kind\": \"same-pictures\"", "\"kind\": \"twins\"", "$.signs[1].probability", "likeness decides")]
    [InlineData("desk/signs.json", "\"togetherCount\": 10", "\"togetherCount\": 2", "$.signs[4].count", "together not fewer than alone")]
    [InlineData("desk/signs.json", "\"telephone\"", "\"rumour\"", "$.ties[1]", "is not one of")]
    [InlineData("center.json", "\"nameConfirmed\": false,", "\"nameConfirmed\": false, \"nameConfirmed\": true,", "$", "Line")]
    public void A_mistake_is_told_with_its_file_and_path(string file, string old, string replacement, string path, string reason)
    {
        using var data = new DataCopy().Replace(file, old, replacement);

        var reading = data.Read();

        Assert.False(reading.Succeeded);
        Assert.Contains(reading.Problems, problem =>
            (problem.File == file || problem.File == file.Split('/')[0])
            && problem.Path.StartsWith(path, StringComparison.Ordinal)
            && problem.Reason.Contains(reason, StringComparison.Ordinal));
    }

    [Fact]
    public void All_mistakes_of_all_files_are_told_at_once()
    {
        using var data = new DataCopy()
            .Replace("venues/courts.json", "\"level\": \"basic\"", "\"level\": \"lowest\"")
            .Replace("venues/courts.json", "\"court\": \"chengwu\"", "\"kourt\": \"chengwu\"")
            .Replace("fees/cnipa-design.json", "\"lateMonths\": 6", "\"lateMonths\": \"six\"")
            .Append("synonyms/wood.txt", "独词\n")
            .Delete("locarno/terms.json");

        var problems = data.Read().Problems;

        Assert.Equal(
            [
                "fees/cnipa-design.json $.lateMonths",
                "locarno/terms.json $",
                "synonyms/wood.txt line 35",
                "venues/courts.json $.courts[0].level",
                "venues/courts.json $.powers[0].court",
                "venues/courts.json $.powers[0].kourt",
            ],
            problems.Select(problem => $"{problem.File} {problem.Path}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_file_that_is_no_JSON_names_the_line()
    {
        using var data = new DataCopy().Replace("venues/set.json", "\"asOf\"", "asOf");

        var problem = Assert.Single(data.Read().Problems);

        Assert.Equal("venues/set.json", problem.File);
        Assert.StartsWith("Line 3:", problem.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_folder_is_a_problem_and_not_an_empty_calendar()
    {
        using var data = new DataCopy();
        Directory.Delete(data.PathTo("holidays"), recursive: true);

        Assert.Equal("holidays", Assert.Single(data.Read().Problems).File);
    }

    [Fact]
    public void A_schema_reference_for_editors_is_allowed()
    {
        using var data = new DataCopy().Replace("venues/set.json", "{", "{ \"$schema\": \"../venue-set.schema.json\",");

        Assert.True(data.Read().Succeeded);
    }

    [Fact]
    public void The_centres_own_length_takes_the_place_of_the_proposed_one()
    {
        using var data = new DataCopy().Replace("center.json", "\"key\": \"examination\", \"length\": 3", "\"key\": \"examination\", \"length\": 7");

        Assert.Equal(7, data.Read().Library!.Deadlines[DeadlineKeys.Examination].Length);
    }

    [Fact]
    public void A_new_year_needs_only_its_file()
    {
        using var data = new DataCopy();
        File.WriteAllText(data.PathTo("holidays/2028.json"), """
            { "year": 2028, "status": "official",
              "provenance": { "source": "a notice", "asOf": "2027-11-05", "confidence": 1 },
              "holidays": [{ "name": { "zh": "元旦", "en": "New Year's Day" }, "from": "2027-12-31", "to": "2028-01-01" }],
              "makeUpWorkdays": [] }
            """);

        var calendar = data.Read().Library!.Calendar;

        Assert.False(calendar.IsWorkingDay(new DateOnly(2027, 12, 31)));
        Assert.Equal(new DateOnly(2028, 1, 3), calendar.AddWorkingDays(new DateOnly(2027, 12, 30), 1));
    }
}
