using IpCenter.Casework.Formalities;
using IpCenter.Casework.Formalities.Catalogue;

namespace IpCenter.Casework.Tests.Formalities;

public sealed class RuleCatalogueReaderTests
{
    private static readonly string Rules = File.ReadAllText(Path.Combine(Catalogue.Folder, RuleCatalogueReader.RulesFile));
    private static readonly string Words = File.ReadAllText(Path.Combine(Catalogue.Folder, RuleCatalogueReader.WordsFile));

    [Fact]
    public void The_catalogue_of_the_project_is_accepted()
    {
        Assert.Empty(Catalogue.Result.Problems);
        Assert.Equal(72, Catalogue.Rules.Rules.Count);
    }

    [Fact]
    public void Every_rule_speaks_Chinese_first_and_says_how_to_mend_it() =>
        Assert.All(Catalogue.Rules.Rules, rule =>
        {
            Assert.All(new[] { rule.Title, rule.Message, rule.Fix, rule.Citation.Basis }, text => Assert.Contains(text.Zh, letter => letter is >= '一' and <= '龥'));
            Assert.All(new[] { rule.Title, rule.Message, rule.Citation.Basis }, text => Assert.Contains(text.En, char.IsAsciiLetter));
        });

    [Fact]
    public void What_a_keyword_in_a_name_or_a_measurement_found_never_stops_a_submission()
    {
        var measured = Catalogue.Rules.Rules.Where(rule => rule.Id is "NAME-02" or "VIEW-05" or "VIEW-06" or "VIEW-08" or "IMG-02" or "IMG-05" or "IMG-06" or "IMG-07" or "IMG-08" or "SUB-03");

        Assert.All(measured.SelectMany(rule => rule.Cases.Values), wording => Assert.NotEqual(OnSubmission.Blocks, wording.OnSubmission));
    }

    [Fact]
    public void A_malformed_catalogue_is_refused_with_all_reasons()
    {
        var broken = Rules
            .Replace("\"severity\": \"block\",\n      \"onSubmission\": \"blocks\",\n      \"decidedBy\": \"software\"", "\"severity\": \"fatal\",\n      \"onSubmission\": \"blocks\",\n      \"decidedBy\": \"software\"", StringComparison.Ordinal)
            .Replace("\"confidence\": 0.6", "\"confidence\": 6", StringComparison.Ordinal)
            .Replace("\"use-missing\"", "\"use-absent\"", StringComparison.Ordinal)
            .Replace("{postcode}", "{zip}", StringComparison.Ordinal)
            .Replace("\"id\": \"IMG-11\"", "\"id\": \"IMG-10\"", StringComparison.Ordinal);

        var result = RuleCatalogueReader.Read(broken, Words.Replace("\"promotion\"", "\"promotions\"", StringComparison.Ordinal));

        Assert.Null(result.Catalogue);
        Says(result, "rules.rules[0].severity", "must be one of block, warn, info");
        Says(result, "rules.rules[5].confidence", "between 0 and 1");
        Says(result, "rules", "BRIEF-01 does not word the case use-missing");
        Says(result, "rules", "BRIEF-01 words the case use-absent, which no check reports");
        Says(result, "rules", "{zip} is not among applicant, postcode");
        Says(result, "rules", "rule IMG-10 is there more than once");
        Says(result, "words", "list promotion is missing");
    }

    [Fact]
    public void Text_that_is_not_JSON_is_refused_and_so_is_a_property_given_twice()
    {
        var result = RuleCatalogueReader.Read("{", """{ "about": "a", "about": "b", "lists": [] }""");

        Assert.Null(result.Catalogue);
        Assert.Equal(["rules", "words"], result.Problems.Select(problem => problem.Place));
    }

    [Fact]
    public void An_unknown_property_a_missing_one_and_a_wrong_kind_are_named_with_their_place()
    {
        var result = RuleCatalogueReader.Read("""{ "version": 3, "rules": [ { "colour": "red" }, 7 ] }""", Words);

        Says(result, "rules.version", "must be a text");
        Says(result, "rules.about", "is missing");
        Says(result, "rules.rules[0].colour", "is not known here");
        Says(result, "rules.rules[0].basis", "is missing");
        Says(result, "rules.rules[1]", "must be an object");
    }

    [Fact]
    public void A_warning_cannot_stop_a_submission()
    {
        var result = RuleCatalogueReader.Read(Rules.Replace("\"severity\": \"warn\",\n      \"onSubmission\": \"supply-later\"", "\"severity\": \"warn\",\n      \"onSubmission\": \"blocks\"", StringComparison.Ordinal), Words);

        Says(result, "rules.rules[6]", "needs the severity \"block\"");
    }

    [Fact]
    public void A_folder_without_the_files_is_refused_with_both_names() =>
        Assert.Equal([RuleCatalogueReader.RulesFile, RuleCatalogueReader.WordsFile], RuleCatalogueReader.ReadFolder(Path.Combine(Catalogue.Folder, "none")).Problems.Select(problem => problem.Place));

    private static void Says(CatalogueResult result, string place, string reason) =>
        Assert.Contains(result.Problems, problem => problem.Place == place && problem.Reason.Contains(reason, StringComparison.Ordinal));
}
