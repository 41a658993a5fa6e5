using IpCenter.Casework.Fees;
using IpCenter.Casework.Tests.ReferenceData;

namespace IpCenter.Casework.Tests.Fees;

public sealed class FeeScheduleTests
{
    private static readonly FeeSchedule Fees = Reference.Library.Fees;
    private static readonly DateOnly Today = When.Day("2026-11-22");

    [Theory]
    [InlineData(false, 1, 500)]
    [InlineData(true, 1, 75)]
    [InlineData(true, 2, 150)]
    [InlineData(false, 3, 500)]
    public void A_filing_fee_is_reduced_by_the_flag_and_the_number_of_applicants(bool reduced, int applicants, int expected) =>
        Assert.Equal(expected, Fees.Quote("design-filing", Today, reduced, applicants).AmountCny);

    [Theory]
    [InlineData("evaluation-report", 2400)]
    [InlineData("priority-claim", 80)]
    [InlineData("restoration", 1000)]
    public void Some_fees_are_never_reduced(string code, int expected) =>
        Assert.Equal(expected, Fees.Quote(code, Today, reduced: true).AmountCny);

    [Theory]
    [InlineData(1, 600)]
    [InlineData(3, 600)]
    [InlineData(4, 900)]
    [InlineData(5, 900)]
    [InlineData(6, 1200)]
    [InlineData(8, 1200)]
    [InlineData(9, 2000)]
    [InlineData(10, 2000)]
    [InlineData(11, 3000)]
    [InlineData(15, 3000)]
    public void An_annual_fee_follows_the_year(int year, int expected) =>
        Assert.Equal(expected, Fees.AnnualFee(year, year - 1, Today).AmountCny);

    [Theory]
    [InlineData(0)]
    [InlineData(16)]
    public void A_design_has_fifteen_years(int year) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Fees.AnnualFee(year, 0, Today));

    [Fact]
    public void The_reduction_of_annual_fees_ends_ten_years_after_grant()
    {
        Assert.Equal(300m, Fees.AnnualFee(10, 9, Today, reduced: true).AmountCny);
        Assert.Equal(3000m, Fees.AnnualFee(11, 10, Today, reduced: true).AmountCny);
    }

    [Fact]
    public void A_late_fee_bears_five_percent_of_the_full_fee_for_each_month()
    {
        var quote = Fees.AnnualFee(4, 3, Today, reduced: true, monthsLate: 2);

        Assert.Equal((225m, 90m), (quote.AmountCny, quote.SurchargeCny));
        Assert.Equal("年费第4至5年：900元，减缴85%，滞纳金90元，应缴225元", quote.Words().Zh);
        Assert.Throws<ArgumentOutOfRangeException>(() => Fees.AnnualFee(4, 3, Today, monthsLate: 7));
    }

    [Fact]
    public void A_fee_that_is_not_in_force_is_not_quoted()
    {
        Assert.Equal(0, Fees.Quote("registration", Today).AmountCny);
        Assert.Throws<KeyNotFoundException>(() => Fees.Quote("registration", When.Day("2018-07-31")));
    }

    [Fact]
    public void Nobody_files_without_an_applicant() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Fees.Quote("design-filing", Today, reduced: true, applicants: 0));
}
