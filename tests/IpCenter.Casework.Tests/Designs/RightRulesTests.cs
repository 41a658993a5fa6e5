using IpCenter.Casework.Designs;
using static IpCenter.Casework.Tests.Designs.SampleRights;

namespace IpCenter.Casework.Tests.Designs;

/// <summary>What may follow what: each kind of entry after each other, and each refusal with its message and field.</summary>
public sealed class RightRulesTests
{
    private static readonly DateOnly Later = new(2026, 8, 3);

    [Theory]
    [InlineData(RightEntryKind.Lapsed, DesignStatus.Lapsed)]
    [InlineData(RightEntryKind.Abandoned, DesignStatus.Abandoned)]
    [InlineData(RightEntryKind.Invalidated, DesignStatus.Invalidated)]
    [InlineData(RightEntryKind.PartlyInvalidated, DesignStatus.InForce)]
    [InlineData(RightEntryKind.Transferred, DesignStatus.InForce)]
    [InlineData(RightEntryKind.Licensed, DesignStatus.InForce)]
    [InlineData(RightEntryKind.Pledged, DesignStatus.InForce)]
    public void A_right_stands_as_its_history_says(RightEntryKind kind, DesignStatus status)
    {
        var design = Right();
        var history = new RightHistory(design, [Entry(design, Facts(kind))]);

        Assert.Equal(status, history.On(Today).Status);
        Assert.Equal(DesignStatus.InForce, history.On(new DateOnly(2026, 5, 5)).Status);
    }

    /// <summary>民法典444: a pledge comes about with its registration.</summary>
    [Theory]
    [InlineData(RightEntryKind.Pledged, EntryPublicity.Hidden, true)]
    [InlineData(RightEntryKind.PledgeReleased, EntryPublicity.Hidden, true)]
    [InlineData(RightEntryKind.Pledged, EntryPublicity.FactOnly, false)]
    [InlineData(RightEntryKind.Licensed, EntryPublicity.Hidden, false)]
    public void A_registered_pledge_is_never_kept_from_the_public(RightEntryKind kind, EntryPublicity publicity, bool refused)
    {
        var facts = Facts(kind) with { Publicity = publicity, RefersTo = Guid.Empty };

        Assert.Equal(refused, RightRules.Missing(Right(), facts, Today).Any(v => v is { Code: "right.pledge-public", Field: "publicity" }));
    }

    public static TheoryData<RightEntryKind, RightEntryKind, string?> Sequences
    {
        get
        {
            RightEntryKind[] needForce = [RightEntryKind.Lapsed, RightEntryKind.Abandoned, RightEntryKind.Transferred, RightEntryKind.Licensed, RightEntryKind.Pledged, RightEntryKind.PartlyInvalidated];
            RightEntryKind[] ends = [RightEntryKind.Lapsed, RightEntryKind.Abandoned, RightEntryKind.Invalidated];
            var rows = new TheoryData<RightEntryKind, RightEntryKind, string?>();
            foreach (var end in ends)
                foreach (var next in needForce)
                    rows.Add(end, next, "right.not-in-force");
            rows.Add(RightEntryKind.Lapsed, RightEntryKind.Restored, null);
            rows.Add(RightEntryKind.Abandoned, RightEntryKind.Restored, "right.not-lapsed");
            rows.Add(RightEntryKind.Invalidated, RightEntryKind.Restored, "right.not-lapsed");
            rows.Add(RightEntryKind.Transferred, RightEntryKind.Restored, "right.not-lapsed");
            rows.Add(RightEntryKind.Lapsed, RightEntryKind.Invalidated, null);
            rows.Add(RightEntryKind.Abandoned, RightEntryKind.Invalidated, null);
            rows.Add(RightEntryKind.Invalidated, RightEntryKind.Invalidated, "right.not-in-force");
            rows.Add(RightEntryKind.Pledged, RightEntryKind.Pledged, "right.already-pledged");
            rows.Add(RightEntryKind.Pledged, RightEntryKind.Transferred, "right.pledged");
            rows.Add(RightEntryKind.Pledged, RightEntryKind.Licensed, "right.pledged");
            rows.Add(RightEntryKind.Pledged, RightEntryKind.Abandoned, "right.pledged");
            rows.Add(RightEntryKind.Pledged, RightEntryKind.Lapsed, null);
            rows.Add(RightEntryKind.Transferred, RightEntryKind.Transferred, "right.same-owner");
            rows.Add(RightEntryKind.Licensed, RightEntryKind.Licensed, null);
            rows.Add(RightEntryKind.Licensed, RightEntryKind.Pledged, null);
            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Sequences))]
    public void An_entry_follows_another_or_is_refused_by_name(RightEntryKind first, RightEntryKind second, string? refused)
    {
        var design = Right();
        var history = new RightHistory(design, [Entry(design, Facts(first))]);

        var conflicts = RightRules.Conflicts(history, Entry(design, Facts(second, Later), 1));

        string[] expected = refused is null ? [] : [refused];
        Assert.Equal(expected, conflicts.Select(c => c.Code));
    }

    [Theory]
    [InlineData(LicenceKind.Exclusive, LicenceKind.Ordinary, true)]
    [InlineData(LicenceKind.Sole, LicenceKind.Ordinary, true)]
    [InlineData(LicenceKind.Ordinary, LicenceKind.Exclusive, true)]
    [InlineData(LicenceKind.Ordinary, LicenceKind.Sole, true)]
    [InlineData(LicenceKind.Ordinary, LicenceKind.Ordinary, false)]
    public void Only_ordinary_licences_bear_others_beside_them(LicenceKind first, LicenceKind second, bool isRefused)
    {
        var design = Right();
        var history = new RightHistory(design, [Entry(design, Facts(RightEntryKind.Licensed) with { Licence = first })]);

        var conflicts = RightRules.Conflicts(history, Entry(design, Facts(RightEntryKind.Licensed, Later) with { Licence = second }, 1));

        (string, string?, string)[] expected = isRefused ? [("right.licence-excludes", "licence", "曹县农商银行")] : [];
        Assert.Equal(expected, conflicts.Select(c => (c.Code, c.Field, c.Arguments[0])));
    }

    [Fact]
    public void A_licence_that_has_run_out_excludes_nothing()
    {
        var design = Right();
        var licence = Facts(RightEntryKind.Licensed) with { Licence = LicenceKind.Exclusive, EndsOn = new DateOnly(2026, 8, 2) };
        var history = new RightHistory(design, [Entry(design, licence)]);

        Assert.Empty(RightRules.Conflicts(history, Entry(design, Facts(RightEntryKind.Licensed, Later), 1)));
        Assert.Single(history.On(new DateOnly(2026, 8, 2)).Licences);
        Assert.Empty(history.On(Later).Licences);
    }

    [Fact]
    public void A_pledge_that_was_released_binds_no_longer()
    {
        var design = Right();
        var pledge = Entry(design, Facts(RightEntryKind.Pledged));
        var release = Entry(design, Facts(RightEntryKind.PledgeReleased, Later) with { RefersTo = pledge.Id }, 1);
        var history = new RightHistory(design, [pledge]);

        Assert.Empty(RightRules.Conflicts(history, release));
        Assert.Empty(RightRules.Conflicts(history.With(release), Entry(design, Facts(RightEntryKind.Transferred, new DateOnly(2026, 9, 1)), 2)));
        var again = Entry(design, Facts(RightEntryKind.PledgeReleased, new DateOnly(2026, 9, 1)) with { RefersTo = pledge.Id }, 2);
        var conflict = Assert.Single(RightRules.Conflicts(history.With(release), again));
        Assert.Equal(("right.no-such-pledge", "refersTo"), (conflict.Code, conflict.Field));
    }

    [Fact]
    public void An_entry_recorded_late_may_not_contradict_a_later_one()
    {
        var design = Right();
        var history = new RightHistory(design, [Entry(design, Facts(RightEntryKind.Transferred, Later))]);

        var conflict = Assert.Single(RightRules.Conflicts(history, Entry(design, Facts(RightEntryKind.Abandoned), 1)));

        Assert.Equal(("right.breaks-later", "effectiveOn"), (conflict.Code, conflict.Field));
        Assert.Equal(["权利转移", "transfer", "2026-08-03"], conflict.Arguments);
    }

    [Fact]
    public void A_wrong_entry_is_corrected_by_another_and_stays_readable()
    {
        var design = Right();
        var wrong = Entry(design, Facts(RightEntryKind.Abandoned));
        var history = new RightHistory(design, [wrong]);
        var right = Entry(design, Facts(RightEntryKind.Lapsed, new DateOnly(2026, 3, 10)) with { Corrects = wrong.Id, Note = "误录" }, 1);

        Assert.Empty(RightRules.Conflicts(history, right));
        var after = history.With(right);

        Assert.Equal(DesignStatus.Lapsed, after.On(Today).Status);
        Assert.Equal([wrong, right], after.Entries);
        Assert.Equal(right, after.CorrectionOf(wrong));
    }

    [Fact]
    public void A_struck_entry_leaves_the_right_as_if_it_had_not_been_recorded()
    {
        var design = Right();
        var wrong = Entry(design, Facts(RightEntryKind.Invalidated));
        var history = new RightHistory(design, [wrong]).With(Entry(design, Facts(RightEntryKind.Struck) with { Corrects = wrong.Id }, 1));

        Assert.Equal(DesignStatus.InForce, history.On(Today).Status);
        Assert.Empty(history.Valid);
        Assert.Equal("right.corrects-what", Assert.Single(RightRules.Conflicts(history, Entry(design, Facts(RightEntryKind.Struck) with { Corrects = wrong.Id }, 2))).Code);
    }

    [Fact]
    public void The_first_day_after_the_term_is_the_first_without_a_right()
    {
        var design = Right(new DateOnly(2021, 6, 1));
        Assert.Equal(new DateOnly(2036, 6, 1), design.ExpiresOn);
        var history = new RightHistory(design, []);

        Assert.Equal((DesignStatus.InForce, DesignStatus.Expired), (history.On(new DateOnly(2036, 5, 31)).Status, history.On(new DateOnly(2036, 6, 1)).Status));
        Assert.Equal(new DateOnly(2031, 5, 31), Right(new DateOnly(2021, 5, 31)).ExpiresOn);
    }

    [Fact]
    public void Everything_that_is_missing_is_named_at_its_field()
    {
        var design = Right();

        Assert.Equal(
            [("field.required", "effectiveOn"), ("field.required", "documentNumber"), ("field.required", "documentOn"), ("field.required", "party"), ("field.required", "licence")],
            RightRules.Missing(design, new RightFacts { Kind = RightEntryKind.Licensed }, Today).Select(v => (v.Code, v.Field!)));
        Assert.Equal(
            [("right.before-grant", "effectiveOn")],
            RightRules.Missing(design, Facts(RightEntryKind.Lapsed, new DateOnly(2025, 4, 9)), Today).Select(v => (v.Code, v.Field!)));
        Assert.Equal(
            [("date.not-future", "effectiveOn"), ("date.not-future", "documentOn")],
            RightRules.Missing(design, Facts(RightEntryKind.Lapsed, Today.AddDays(1)), Today).Select(v => (v.Code, v.Field!)));
        Assert.Equal(
            [("right.beyond-term", "endsOn")],
            RightRules.Missing(design, Facts(RightEntryKind.Licensed) with { EndsOn = new DateOnly(2040, 3, 11) }, Today).Select(v => (v.Code, v.Field!)));
        Assert.Equal(
            [("right.ends-before", "endsOn")],
            RightRules.Missing(design, Facts(RightEntryKind.Pledged) with { EndsOn = new DateOnly(2026, 5, 5) }, Today).Select(v => (v.Code, v.Field!)));
        Assert.Equal(
            [("field.required", "note"), ("field.required", "corrects")],
            RightRules.Missing(design, Facts(RightEntryKind.Struck) with { Note = "" }, Today).Select(v => (v.Code, v.Field!)));
    }
}
