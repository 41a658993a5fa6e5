using IpCenter.Casework.Clocks;

namespace IpCenter.Casework.Staffing;

/// <summary>
/// Works off the open tasks as the desk would, and says when each is done: whoever becomes free takes the first task in
/// the order of the queue that is theirs, or untaken and one that they may take, in the centre's hours and not on days
/// away; who stands in for somebody takes that person's tasks on the days of the absence. What stands still is begun when its clock
/// runs again, and whoever is free takes the next. Nothing new comes in.
/// Values in, values out.
/// </summary>
public sealed class DeskForecast
{
    private readonly WorkingTime _time;
    private readonly DateTimeOffset _now;
    private readonly DateOnly _lastDay;
    private readonly IReadOnlyList<ForecastPerson> _people;
    private readonly Dictionary<Guid, ForecastPerson> _byId;
    private readonly List<ForecastTask> _left;
    private readonly Dictionary<Guid, ForecastedTask> _done = [];
    private readonly Dictionary<Guid, int> _count = [];

    private DeskForecast(IEnumerable<ForecastTask> inOrder, IReadOnlyList<ForecastPerson> people, WorkingTime time, DateTimeOffset now, DateOnly lastDay) =>
        (_left, _people, _byId, _time, _now, _lastDay) = ([.. inOrder], people, people.ToDictionary(p => p.Id), time, now, lastDay);

    /// <summary>Gives the tasks in the order in which they came.</summary>
    /// <param name="inOrder">The order of the queue: what comes first is taken first.</param>
    /// <param name="people">Who works; of two who are free at once the first takes first.</param>
    /// <param name="time">The centre's hours.</param>
    /// <param name="now">From when on.</param>
    /// <param name="lastDay">What is not done by the end of this day is not foreseen.</param>
    public static IReadOnlyList<ForecastedTask> Run(
        IReadOnlyList<ForecastTask> inOrder, IReadOnlyList<ForecastPerson> people, WorkingTime time, DateTimeOffset now, DateOnly lastDay)
    {
        var forecast = new DeskForecast(inOrder, people, time, now, lastDay);
        forecast.WorkOff();
        return [.. inOrder.Select(task => forecast.Judged(forecast._done.GetValueOrDefault(task.Id) ?? new ForecastedTask { Task = task }))];
    }

    private void WorkOff()
    {
        var free = new PriorityQueue<int, (DateTimeOffset At, int Person)>();
        for (var at = 0; at < _people.Count; at++)
            free.Enqueue(at, (_now, at));
        while (_left.Count > 0 && free.TryDequeue(out var index, out var since))
        {
            var person = _people[index];
            if (_time.NextMoment(since.At, _lastDay, person.IsAwayOn) is not { } at)
                continue;
            // Somebody else may be free before this one is back.
            if (at > since.At)
                free.Enqueue(index, (at, index));
            else if (_left.Find(task => !(task.NotBefore > at) && MayDo(person, task, ChinaTime.DateOf(at))) is { } task)
            {
                _left.Remove(task);
                if (Do(task, person, at) is { } until)
                    free.Enqueue(index, (until, index));
            }
            else if (NextChance(person, at) is { } later)
                free.Enqueue(index, (later, index));
        }
    }

    private DateTimeOffset? Do(ForecastTask task, ForecastPerson person, DateTimeOffset at)
    {
        var stint = _time.Do(task.Handling, at, _lastDay, person.IsAwayOn);
        var ahead = _count.GetValueOrDefault(person.Id);
        _count[person.Id] = ahead + 1;
        _done[task.Id] = new ForecastedTask { Task = task, PersonId = person.Id, Stint = stint, Ahead = ahead };
        return stint?.To;
    }

    private bool MayDo(ForecastPerson person, ForecastTask task, DateOnly day) =>
        task.HolderId is not { } holder ? person.MayTake(task)
        : holder == person.Id
        // Who stands in for somebody keeps out of what is their own all the same.
        || (!task.KeepOut.Contains(person.Id) && _byId.TryGetValue(holder, out var absent) && absent.Away.Any(a => a.SubstituteId == person.Id && a.From <= day && day <= a.To));

    /// <summary>When the person, who has nothing to do now, may find something to do.</summary>
    private DateTimeOffset? NextChance(ForecastPerson person, DateTimeOffset at) => _left
        .Where(task => task.NotBefore > at && MayDo(person, task, ChinaTime.DateOf(task.NotBefore.Value)))
        .Select(task => task.NotBefore)
        .Append(NextStandIn(person, ChinaTime.DateOf(at)) is { } day ? ChinaTime.StartOfDay(day) : null)
        .Min();

    /// <summary>The next day on which the person begins to stand in for somebody who has tasks left.</summary>
    private DateOnly? NextStandIn(ForecastPerson person, DateOnly today) => _left
        .Select(task => task.HolderId).OfType<Guid>().Distinct()
        .SelectMany(holder => _byId.TryGetValue(holder, out var absent) ? absent.Away : [])
        .Where(away => away.SubstituteId == person.Id && away.From > today)
        .Select(away => (DateOnly?)away.From)
        .Min();

    private ForecastedTask Judged(ForecastedTask forecast)
    {
        var task = forecast.Task;
        if (task.DueAt is not { } due || forecast.Stint?.To <= due)
            return forecast;
        return forecast with
        {
            Cause = due < _now ? LateCause.Passed
                : !_people.Any(p => task.HolderId is { } id ? p.Id == id : p.MayTake(task)) ? LateCause.NobodyCan
                : task.HolderId is { } holder && IsAwayBefore(_byId[holder], due) ? LateCause.HolderAway
                : task.NotBefore > _now && !(_time.Do(task.Handling, task.NotBefore.Value, _lastDay, _ => false)?.To <= due) ? LateCause.Paused
                : forecast.Ahead > 0 || forecast.PersonId is null ? LateCause.OthersFirst
                : LateCause.TooShort,
        };
    }

    private bool IsAwayBefore(ForecastPerson person, DateTimeOffset due) =>
        person.Away.Any(away => away.From <= ChinaTime.DateOf(due) && away.To >= ChinaTime.DateOf(_now));
}
