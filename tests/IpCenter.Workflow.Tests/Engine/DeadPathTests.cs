using FsCheck;
using FsCheck.Fluent;
using IpCenter.Workflow.Engine;
using IpCenter.Workflow.Tests.Support;

namespace IpCenter.Workflow.Tests.Engine;

/// <summary>
/// Random acyclic flowcharts without any structure, against dead-path elimination as Elsa counts it: an arrow is followed
/// or dead, and an activity decides when all its arrows are one or the other. The engine knows no dead arrows; it asks what can still come.
/// </summary>
public sealed class DeadPathTests
{
    [Fact]
    public void What_can_still_come_agrees_with_dead_path_elimination() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), Agree).Check(Config.QuickThrowOnFailure.WithMaxTest(500).WithReplay(20261122, 1));

    private static bool Agree(int seed)
    {
        var random = new Random(seed);
        var chart = new Chart(random);
        var drive = new EngineDrive(chart.ToFlow().Definition());
        var expected = new Elimination(chart);
        while (expected.Waiting.Count > 0)
        {
            var waiting = expected.Waiting.Select(i => $"n{i}").Order(StringComparer.Ordinal).ToList();
            Assert.Equal(string.Join(' ', waiting), drive.Waiting);
            var next = waiting[random.Next(waiting.Count)];
            expected.Complete(int.Parse(next.AsSpan(1), System.Globalization.CultureInfo.InvariantCulture));
            drive.Done(next);
        }
        Assert.Equal((WorkflowStatus.Finished, ""), (drive.Last.Status, drive.Waiting));
        return true;
    }

    /// <summary>Activity 0 comes first, the last is the End; tasks follow all their arrows, decisions those of one port.</summary>
    private sealed class Chart
    {
        public Chart(Random random)
        {
            Count = random.Next(3, 12);
            Decisions = [.. Enumerable.Range(0, Count).Select(i => i == Count - 1 || random.Next(3) > 0 ? (bool?)null : random.Next(2) == 0)];
            for (var i = 0; i < Count - 1; i++)
                foreach (var port in Ports(i))
                    for (var n = random.Next(1, 3); n > 0; n--)
                        Add(i, port, random.Next(i + 1, Count));
            for (var i = 1; i < Count; i++)
                if (Arrows.All(arrow => arrow.To != i))
                {
                    var from = random.Next(0, i);
                    Add(from, Ports(from)[random.Next(Ports(from).Length)], i);
                }
        }

        public int Count { get; }

        public bool?[] Decisions { get; }

        public List<(int From, string Port, int To)> Arrows { get; } = [];

        public string[] Ports(int i) => Decisions[i] is null ? ["Done"] : ["True", "False"];

        public FlowText ToFlow()
        {
            var flow = new FlowText().Start().Arrows("start > n0");
            for (var i = 0; i < Count - 1; i++)
                _ = Decisions[i] is { } takes ? flow.Decision($"n{i}", takes ? "true" : "false") : flow.Task($"n{i}");
            flow.End($"n{Count - 1}");
            foreach (var (from, port, to) in Arrows)
                flow.Arrows($"n{from}.{port} > n{to}");
            return flow;
        }

        private void Add(int from, string port, int to)
        {
            if (!Arrows.Contains((from, port, to)))
                Arrows.Add((from, port, to));
        }
    }

    private sealed class Elimination
    {
        private readonly Chart _chart;
        private readonly bool?[] _followed;

        public Elimination(Chart chart)
        {
            _chart = chart;
            _followed = new bool?[chart.Arrows.Count];
            Decide(0, isAlive: true);
        }

        public HashSet<int> Waiting { get; } = [];

        public void Complete(int task)
        {
            Waiting.Remove(task);
            Leave(task, _ => true);
        }

        private void Decide(int activity, bool isAlive)
        {
            if (!isAlive)
                Leave(activity, _ => false);
            else if (activity == _chart.Count - 1)
                Waiting.Clear();
            else if (_chart.Decisions[activity] is { } takes)
                Leave(activity, port => port == (takes ? "True" : "False"));
            else
                Waiting.Add(activity);
        }

        private void Leave(int activity, Func<string, bool> isFollowed)
        {
            var arrows = Enumerable.Range(0, _followed.Length).Where(a => _chart.Arrows[a].From == activity).ToList();
            arrows.ForEach(a => _followed[a] = isFollowed(_chart.Arrows[a].Port));
            foreach (var target in arrows.Select(a => _chart.Arrows[a].To).Distinct())
            {
                var inbound = Enumerable.Range(0, _followed.Length).Where(a => _chart.Arrows[a].To == target).Select(a => _followed[a]).ToList();
                if (inbound.All(followed => followed is not null))
                    Decide(target, inbound.Contains(true));
            }
        }
    }
}
