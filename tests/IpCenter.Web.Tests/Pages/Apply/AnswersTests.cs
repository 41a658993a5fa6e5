using IpCenter.Casework.Applications;
using IpCenter.Casework.Formalities.Facts;
using IpCenter.Web.Pages.Apply;
using IpCenter.Web.Tests.Infrastructure;

namespace IpCenter.Web.Tests.Pages.Apply;

/// <summary>What a form sends as answers: a number is no choice, though it parses as one of any enumeration; what was typed is meant.</summary>
public sealed class AnswersTests(WebFactory factory) : IClassFixture<WebFactory>
{
    [Fact]
    public void Product_answers_outside_the_choices_count_as_not_given()
    {
        var form = new ProductAnswers { Kind = "77", Shape = "77", Partial = true, Marking = "77" }.Apply(new());

        Assert.Equal((ApplicationKind.SingleDesign, ProductShape.Unanswered, PartialMarking.None), (form.Kind, form.Shape, form.PartialMarking));
        form = new ProductAnswers { Kind = nameof(ApplicationKind.Set), Shape = nameof(ProductShape.Flat) }.Apply(new());
        Assert.Equal((ApplicationKind.Set, ProductShape.Flat), (form.Kind, form.Shape));
    }

    [Fact]
    public void What_only_a_part_or_an_interface_is_asked_counts_as_ticked()
    {
        var part = new ProductAnswers { ProtectedPart = " 领部 ", InterfaceProduct = " " }.Apply(new());
        Assert.Equal((true, "领部", false), (part.IsPartialDesign, part.Brief.ProtectedPart, part.IsGraphicalUserInterface));
        var moving = new ProductAnswers { InterfaceChange = "图1变为图2" }.Apply(new());
        Assert.Equal((false, true, true, "图1变为图2"), (moving.IsPartialDesign, moving.IsGraphicalUserInterface, moving.Brief.InterfaceMoves, moving.Brief.InterfaceChange));
        Assert.True(new ProductAnswers { Marking = nameof(PartialMarking.TranslucentLayer) }.Apply(new()).IsPartialDesign);
        var bare = new ProductAnswers { ProtectedPart = " ", InterfaceUse = "", Marking = nameof(PartialMarking.None) }.Apply(new());
        Assert.Equal((false, false), (bare.IsPartialDesign, bare.IsGraphicalUserInterface));
    }

    [Fact]
    public void Who_takes_the_tick_away_means_it_though_the_answers_are_still_there()
    {
        var ticked = new ProductAnswers { Partial = true, ProtectedPart = "领部", Interface = true, InterfaceUse = "点单" }.Apply(new());

        var form = new ProductAnswers { ProtectedPart = "领部", InterfaceUse = "点单" }.Apply(ticked);

        Assert.Equal((false, "", false, ""), (form.IsPartialDesign, form.Brief.ProtectedPart, form.IsGraphicalUserInterface, form.Brief.InterfaceUse));
    }

    [Fact]
    public void People_answers_outside_the_choices_count_as_not_given()
    {
        var form = new PeopleAnswers
        {
            Applicants = [new() { Name = "甲", Kind = "77" }],
            Documents = new() { ["77"] = PeopleAnswers.Here, [nameof(DocumentKind.PowerOfAttorney)] = PeopleAnswers.Here },
        }.Apply(new ApplicationForm());

        Assert.Equal(ApplicantKind.Enterprise, Assert.Single(form.Applicants).Kind);
        Assert.Equal([DocumentKind.PowerOfAttorney], form.PresentDocuments);
    }

    [Theory]
    [InlineData(12, 12)]
    [InlineData(10, 10)]
    [InlineData(1, 1)]
    [InlineData(-3, 1)]
    [InlineData(null, 2)]
    public void The_number_of_designs_is_kept_as_it_was_answered(int? answered, int kept) =>
        Assert.Equal(kept, new ProductAnswers { Kind = nameof(ApplicationKind.SimilarDesigns), Count = answered }.Apply(new()).DesignCount);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void That_an_earlier_application_is_a_divisional_is_asked_and_kept(bool divisional)
    {
        var form = new PeopleAnswers { Priorities = [new() { Country = "cn", Number = "202610000001.0", Divisional = divisional }] }.Apply(new ApplicationForm());

        Assert.Equal(divisional, Assert.Single(form.Priorities).EarlierIsDivisional);
        Assert.Equal(divisional, PeopleAnswers.Of(form).Priorities[0].Divisional);
    }

    [Theory]
    [InlineData("CN", "", "", IdentificationKind.ResidentIdentityNumber, true)]
    [InlineData("CN", "Passport", "abroad", IdentificationKind.Passport, false)]
    [InlineData("kr", "", "", IdentificationKind.Passport, false)]
    [InlineData("HK", "Other", "here", IdentificationKind.Other, true)]
    [InlineData("US", "ResidentIdentityNumber", "77", IdentificationKind.Passport, false)]
    [InlineData("JP", "77", "abroad", IdentificationKind.Passport, false)]
    public void A_person_from_anywhere_is_taken_down_with_document_and_residence(string country, string document, string residence, IdentificationKind kind, bool resides)
    {
        var person = new ApplicantAnswers { Name = "甲", Kind = nameof(ApplicantKind.NaturalPerson), Country = country, Document = document, Residence = residence, Number = "e1234567" };

        var facts = person.Apply(new(), reduction: false);

        Assert.Equal((country.ToUpperInvariant(), kind, resides), (facts.Country, facts.IdentificationKind, facts.ResidesInChina));
        Assert.Equal(residence == "77" ? "abroad" : resides ? "here" : "abroad", ApplicantAnswers.Of(facts).Residence);
    }

    [Fact]
    public void A_firm_of_the_mainland_that_is_asked_nothing_more_stays_one()
    {
        var facts = new ApplicantAnswers { Name = "甲公司", Number = "91371721AY4CL12THN" }.Apply(new(), reduction: false);

        Assert.Equal(("CN", IdentificationKind.UnifiedSocialCreditCode, true), (facts.Country, facts.IdentificationKind, facts.ResidesInChina));
    }

    [Fact]
    public void The_first_designer_s_nationality_and_the_contact_are_kept_and_not_lost_by_a_form_that_does_not_ask()
    {
        var form = new PeopleAnswers { Designers = "金敏秀\n王小云", DesignerCountry = " kr ", ContactName = " 李娜 ", ContactPhone = "0530-1234567" }.Apply(new ApplicationForm());
        var later = new PeopleAnswers { Designers = "金敏秀" }.Apply(form);

        Assert.Equal(["KR", "CN"], form.Designers.Select(d => d.Country));
        Assert.Equal(new ContactFacts("李娜", "0530-1234567"), form.Contact);
        Assert.Equal(form.Contact, later.Contact);
        Assert.Equal("KR", PeopleAnswers.Of(form).DesignerCountry);
    }

    [Fact]
    public void A_known_agency_is_taken_when_it_is_ticked_and_what_is_typed_goes_before()
    {
        var known = new AgencyFacts { Name = "菏泽甲代理", Code = "37999" };
        AgencyFacts? Read(PeopleAnswers.AgencyAnswers agency, AgencyFacts? offered) => new PeopleAnswers { Agency = agency }.Apply(new ApplicationForm(), offered).Agency;

        Assert.Equal(known, Read(new() { UseKnown = true }, known));
        Assert.Equal("乙代理", Read(new() { UseKnown = true, Name = "乙代理" }, known)!.Name);
        Assert.Null(Read(new(), known));
        Assert.Null(Read(new() { UseKnown = true }, null));
    }

    [Fact]
    public async Task The_first_question_is_not_answered_by_a_number()
    {
        var (client, _, _) = await factory.SignedInWithFirmAsync("numbers");
        var draft = await client.StartDraftAsync();

        using var answer = await client.SubmitAsync(await client.GetPageAsync($"/apply/{draft}/shown"), "form:has([name='Input.Kind'])", new() { ["Input.Kind"] = "77" });

        var stored = await factory.WithDatabaseAsync(db => db.Applications.FindAsync(draft).AsTask());
        Assert.False(stored!.Form.Disclosure.IsAnswered);
    }
}
