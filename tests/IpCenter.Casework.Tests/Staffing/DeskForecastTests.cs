using IpCenter.Casework.Clocks;
using IpCenter.Casework.Staffing;
using IpCenter.Casework.Tests.ReferenceData;

namespace IpCenter.Casework.Tests.Staffing;

public sealed class DeskForecastTests
{
    private static readonly WorkingTime Time = new(Reference.Library.Calendar, [new(new(9, 0), new(12, 0)), new(new(13, 30), new(17, 30))]);

    private static readonly DateTimeOffset Monday = ChinaTime.At(new(2026, 11, 16), new(9, 0));

    private static readonly DateOnly LastDay = new(2027, 2, 28);

    [Fact]
    public void Tasks_are_worked_off_in_order_in_working_hours()
    {
        // 2 h, 2 h and 4 h for one person: 9–11, 11–14:30 over lunch, 14:30–17:30 and one hour on Tuesday.
        var done = Run([Task(1, 120), Task(2, 120), Task(3, 240)], Person(1));

        Assert.Equal([At(16, 11, 0), At(16, 14, 30), At(17, 10, 0)], done.Select(f => f.Stint!.Value.To));
        Assert.Equal([0, 1, 2], done.Select(f => f.Ahead));
    }

    [Fact]
    public void Two_people_share_what_nobody_has_and_each_does_what_is_theirs()
    {
        // One has the second task: takes the first, then the second; the other takes the third and the fourth.
        var done = Run([Task(1, 60), Task(2, 60) with { HolderId = Id(1) }, Task(3, 60), Task(4, 60)], Person(1), Person(2));

        Assert.Equal([Id(1), Id(1), Id(2), Id(2)], done.Select(f => f.PersonId));
        Assert.Equal([At(16, 10, 0), At(16, 11, 0), At(16, 10, 0), At(16, 11, 0)], done.Select(f => f.Stint!.Value.To));
    }

    [Fact]
    public void Who_is_late_is_told_with_its_cause()
    {
        var due = At(16, 23, 59);
        var done = Run(
            [
                Task(1, 420) with { DueAt = due }, Task(2, 60) with { DueAt = due },
                Task(3, 60) with { DueAt = due, LocarnoClass = "21-01" }, Task(4, 60) with { DueAt = due, HolderId = Id(2) },
                Task(5, 60) with { DueAt = Monday.AddDays(-1) }, Task(6, 60) with { DueAt = due, HolderId = Id(9) },
            ],
            Person(1), Person(2) with { Away = [new(new(2026, 11, 16), new(2026, 11, 17))] });

        Assert.Equal(
            [null, LateCause.OthersFirst, LateCause.NobodyCan, LateCause.HolderAway, LateCause.Passed, LateCause.NobodyCan], done.Select(f => f.Cause));
        Assert.Equal(1, done[1].Ahead);
        Assert.Equal(At(17, 10, 0), done[1].Stint!.Value.To);
    }

    [Fact]
    public void What_is_left_of_a_term_can_be_too_short() =>
        Assert.Equal(LateCause.TooShort, Run([Task(1, 480) with { DueAt = At(16, 23, 59) }], Person(1)).Single().Cause);

    [Fact]
    public void Whoever_stands_in_does_the_tasks_of_the_absent_from_the_first_day_of_the_absence()
    {
        var away = Person(1) with { Away = [new(new(2026, 11, 17), new(2026, 11, 20), Id(2))] };
        // Seven hours keep the first busy on Monday; the second task waits for the substitute on Tuesday morning.
        var done = Run([Task(1, 420) with { HolderId = Id(1) }, Task(2, 60) with { HolderId = Id(1) }], away, Person(2));

        Assert.Equal([Id(1), Id(2)], done.Select(f => f.PersonId));
        Assert.Equal(At(17, 10, 0), done[1].Stint!.Value.To);
    }

    [Fact]
    public void Whoever_stands_in_does_nothing_of_which_they_have_to_keep_out()
    {
        var away = Person(1) with { Away = [new(new(2026, 11, 16), new(2026, 11, 18), Id(2))] };

        var done = Run([Task(1, 60) with { HolderId = Id(1), KeepOut = new HashSet<Guid> { Id(2) } }, Task(2, 60) with { HolderId = Id(1) }], away, Person(2));

        Assert.Equal([Id(1), Id(2)], done.Select(f => f.PersonId));
        Assert.Equal(At(19, 10, 0), done[0].Stint!.Value.To);
    }

    [Fact]
    public void Without_a_substitute_the_tasks_of_the_absent_wait()
    {
        var away = Person(1) with { Away = [new(new(2026, 11, 16), new(2026, 11, 18))] };

        Assert.Equal(At(19, 10, 0), Run([Task(1, 60) with { HolderId = Id(1) }], away, Person(2)).Single().Stint!.Value.To);
    }

    [Fact]
    public void What_stands_still_is_begun_when_its_clock_runs_again_and_the_next_is_taken_meanwhile()
    {
        var wednesday = At(18, 9, 0);
        var done = Run([Task(1, 60) with { HolderId = Id(1), NotBefore = wednesday }, Task(2, 120) with { HolderId = Id(1) }], Person(1));

        Assert.Equal([At(18, 10, 0), At(16, 11, 0)], done.Select(f => f.Stint!.Value.To));
        Assert.All(done, f => Assert.False(f.IsLate));
    }

    [Fact]
    public void What_is_late_because_its_clock_stands_still_says_so()
    {
        var due = ChinaTime.EndOfDay(new(2026, 11, 18));
        var done = Run([Task(1, 600) with { DueAt = due, NotBefore = At(18, 9, 0) }, Task(2, 60) with { DueAt = due }], Person(1));

        Assert.Equal([LateCause.Paused, null], done.Select(f => f.Cause));
        Assert.Equal(At(16, 10, 0), done[1].Stint!.Value.To);
    }

    [Fact]
    public void Who_keeps_out_does_not_take_it() =>
        Assert.Equal(Id(2), Run([Task(1, 60) with { KeepOut = new HashSet<Guid> { Id(1) } }], Person(1), Person(2)).Single().PersonId);

    [Fact]
    public void Somebody_away_takes_nothing_before_somebody_who_is_there()
    {
        var away = Person(1) with { Away = [new(new(2026, 11, 16), new(2026, 11, 16))] };

        Assert.All(Run([Task(1, 60), Task(2, 60)], away, Person(2)), f => Assert.Equal(Id(2), f.PersonId));
    }

    [Fact]
    public void One_person_more_makes_no_task_later_where_all_know_the_same()
    {
        var random = new Random(7);
        for (var round = 0; round < 200; round++)
        {
            var tasks = Enumerable.Range(0, random.Next(1, 40)).Select(i => Task(i, random.Next(10, 400))).ToList();
            var people = Enumerable.Range(1, random.Next(1, 5)).Select(Person).ToArray();

            var before = Run(tasks, people);
            var after = Run(tasks, [.. people, Person(99)]);

            Assert.All(before.Zip(after), pair => Assert.True(pair.Second.Stint!.Value.To <= pair.First.Stint!.Value.To));
        }
    }

    [Fact]
    public void A_longer_task_at_the_end_of_the_queue_moves_no_other()
    {
        var random = new Random(11);
        for (var round = 0; round < 100; round++)
        {
            var tasks = Enumerable.Range(0, random.Next(1, 20)).Select(i => Task(i, random.Next(10, 300))).ToList();
            ForecastPerson[] people = [.. Enumerable.Range(1, random.Next(1, 4)).Select(Person)];

            Assert.Equal(Run(tasks, people).Select(f => f.Stint), Run([.. tasks, Task(999, 1000)], people).SkipLast(1).Select(f => f.Stint));
        }
    }

    [Fact]
    public void Nobody_does_two_things_at_once_or_works_when_away_or_off_hours_and_every_task_is_done_once()
    {
        var random = new Random(13);
        for (var round = 0; round < 200; round++)
        {
            var people = Enumerable.Range(1, random.Next(2, 6)).Select(i => Person(i) with
            {
                Skills = random.Next(2) == 0 ? ["02"] : ["02-02", "06"],
                Away = random.Next(3) == 0 ? [new(new(2026, 11, 17), new(2026, 11, 18 + random.Next(5)), random.Next(2) == 0 ? Id(1 + i % 2) : null)] : [],
            }).ToArray();
            var tasks = Enumerable.Range(0, random.Next(1, 30)).Select(i => Task(i, random.Next(10, 500)) with
            {
                HolderId = random.Next(3) == 0 ? people[random.Next(people.Length)].Id : null,
                LocarnoClass = random.Next(3) switch { 0 => "02-02", 1 => "06-01", _ => null },
                DueAt = Monday.AddDays(random.Next(1, 10)),
            }).ToList();

            var done = Run(tasks, people);

            Assert.Equal(tasks.Select(t => t.Id), done.Select(f => f.Task.Id));
            foreach (var own in done.Where(f => f.Stint is not null).GroupBy(f => f.PersonId!.Value))
            {
                var person = people.Single(p => p.Id == own.Key);
                var stints = own.OrderBy(f => f.Stint!.Value.From).ToList();
                Assert.All(stints.Zip(stints.Skip(1)), pair => Assert.True(pair.First.Stint!.Value.To <= pair.Second.Stint!.Value.From));
                Assert.All(stints, f =>
                {
                    Assert.False(person.IsAwayOn(ChinaTime.DateOf(f.Stint!.Value.From)));
                    Assert.True(Time.Between(f.Stint.Value.From, f.Stint.Value.To) >= f.Task.Handling);
                    Assert.True(f.Task.HolderId is not null || person.MayTake(f.Task));
                });
            }
            Assert.All(done, f => Assert.Equal(f.Task.DueAt is { } due && !(f.Stint?.To <= due), f.IsLate));
        }
    }

    [Fact]
    public void The_same_desk_gives_the_same_forecast()
    {
        var tasks = Enumerable.Range(0, 30).Select(i => Task(i, 37 * (i % 7 + 1))).ToList();

        Assert.Equal(Run(tasks, Person(1), Person(2)).Select(f => (f.PersonId, f.Stint)), Run(tasks, Person(1), Person(2)).Select(f => (f.PersonId, f.Stint)));
    }

    private static IReadOnlyList<ForecastedTask> Run(IReadOnlyList<ForecastTask> tasks, params ForecastPerson[] people) =>
        DeskForecast.Run(tasks, people, Time, Monday, LastDay);

    private static ForecastTask Task(int number, int minutes) => new()
    {
        Id = Id(1000 + number),
        Kind = "Examine",
        Queue = "examination",
        Handling = TimeSpan.FromMinutes(minutes),
        CreatedAt = Monday.AddDays(-1),
    };

    private static ForecastPerson Person(int number) => new(Id(number), $"人{number}", new HashSet<string> { "examination" }, ["02"], []);

    private static DateTimeOffset At(int day, int hour, int minute) => ChinaTime.At(new(2026, 11, day), new(hour, minute));

    private static Guid Id(int number) => new(number, 0, 0, new byte[8]);
}
