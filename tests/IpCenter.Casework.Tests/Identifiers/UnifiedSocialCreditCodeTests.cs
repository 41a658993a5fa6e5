using FsCheck.Fluent;
using IpCenter.Casework.Identifiers;
using IpCenter.Casework.Tests.ReferenceData;

namespace IpCenter.Casework.Tests.Identifiers;

public sealed class UnifiedSocialCreditCodeTests
{
    [Theory]
    [InlineData("91512081MA62K0260E")]
    [InlineData("9131000063159284XQ")]
    [InlineData("91350100M000100Y43")]
    [InlineData("91371721AY4CL12THN")]
    [InlineData("923717213BJ1XG612P")]
    [InlineData("93371721DD272HD1TY")]
    [InlineData("91371703J3Y7LLJY1J")]
    public void A_right_code_is_read_without_remark(string code)
    {
        var reading = UnifiedSocialCreditCode.Read(code);

        Assert.Equal(code, reading.Value!.Code);
        Assert.True(reading.Value.IsCheckCharacterRight);
        Assert.Empty(reading.Problems);
    }

    [Theory]
    [InlineData("91350211M0000XUF46", 'R')]
    [InlineData("91371721AY4CL12TH0", 'N')]
    public void A_wrong_check_character_warns_and_does_not_block(string code, char expected)
    {
        var reading = UnifiedSocialCreditCode.Read(code);

        Assert.True(reading.IsUsable);
        Assert.True(reading.HasWarnings);
        var warning = Assert.Single(reading.Problems);
        Assert.Equal((18, IdentifierSeverity.Warn), (warning.Position, warning.Severity));
        Assert.Contains($"'{expected}'", warning.Reason.En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("91350100M000100Y4Z", 18)]
    [InlineData("9I350100M000100Y43", 2)]
    [InlineData("91A50100M000100Y43", 3)]
    public void A_sign_outside_the_alphabet_blocks_with_its_place(string code, int position)
    {
        var reading = UnifiedSocialCreditCode.Read(code);

        Assert.False(reading.IsUsable);
        Assert.Equal(position, Assert.Single(reading.Problems).Position);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("91350100M000100Y4")]
    [InlineData("91350100M000100Y433")]
    public void A_wrong_length_blocks(string? code) => Assert.False(UnifiedSocialCreditCode.Read(code).IsUsable);

    [Fact]
    public void Every_reason_is_told_at_once() =>
        Assert.Equal([null, 2, 3], UnifiedSocialCreditCode.Read("9Ox5").Problems.Select(problem => problem.Position));

    [Fact]
    public void Blanks_small_letters_and_full_width_signs_are_understood() =>
        Assert.Equal("91371721AY4CL12THN", UnifiedSocialCreditCode.Read(" ９1371721 ay4cl12thn\n").Value!.Code);

    [Fact]
    public void The_parts_say_who_registered_what_and_where()
    {
        var code = UnifiedSocialCreditCode.Read("923717213BJ1XG612P").Value!;

        Assert.Equal("市场监管（工商）", code.RegistrationAuthority!.Zh);
        Assert.Equal("个体工商户", code.Kind!.Zh);
        Assert.True(code.IsIndividualBusiness);
        Assert.Equal("371721", code.Adcode);
        Assert.Equal("3BJ1XG612", code.SubjectCode);
        Assert.Equal('P', code.CheckCharacter);
    }

    [Fact]
    public void One_changed_sign_is_always_noticed() => Repeated.Holds(
        from at in Gen.Choose(8, 17) from sign in Gen.Elements(UnifiedSocialCreditCode.Alphabet.ToCharArray()) select (at, sign),
        it =>
        {
            const string code = "91371721AY4CL12THN";
            var changed = code.Remove(it.at, 1).Insert(it.at, $"{it.sign}");
            return changed == code || UnifiedSocialCreditCode.Read(changed).HasWarnings;
        });
}
