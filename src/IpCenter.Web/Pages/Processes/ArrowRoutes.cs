using IpCenter.Workflow.Definitions;

namespace IpCenter.Web.Pages.Processes;

/// <summary>
/// Leads arrows from the right side of a box to the left side of another, along the gaps between the designer's columns and
/// rows. Arrows out of one box share their upright stretch, and so do arrows into one box; different ones run side by side.
/// </summary>
internal sealed class ArrowRoutes
{
    private const double Sidestep = 7;
    private const double Near = 9;
    private const double ArrowHead = 14;
    private const double RowGap = 22;
    private const int Lanes = 4;

    private readonly IReadOnlyDictionary<string, FlowFrame> _boxes;
    private readonly List<Route> _routes;
    private readonly Dictionary<(string Key, double Gap), double> _lanes = [];

    private ArrowRoutes(IReadOnlyDictionary<string, FlowFrame> boxes, IReadOnlyList<Connection> connections)
    {
        _boxes = boxes;
        var leaving = connections.CountBy(c => c.Source).ToDictionary();
        _routes = [.. connections.Select(c => new Route(c, boxes[c.Source], boxes[c.Target], FormOf(c, leaving[c.Source] > 1)))];
        AssignLanes(_routes.Where(r => r.Leaves).Select(r => new Run($"out:{r.Connection.Source}", r.From.Right, r.From.Middle, r.LeavesTo)));
        AssignLanes(_routes.Where(r => r.Enters).Select(r => new Run($"in:{r.Connection.Target}", r.To.Left, r.To.Middle, r.EntersFrom)));
        AssignLanes(_routes.Where(r => r.Form == Form.Channel).Select(r => new Run($"over:{r.Connection.Target}", r.To.Top, r.From.Right, r.To.Left)));
    }

    private enum Form
    {
        /// <summary>By the bends that the designer drew.</summary>
        Drawn,
        Straight,

        /// <summary>Upright beside the source, then level into the target.</summary>
        UprightFirst,

        /// <summary>Level out of the source, then upright beside the target.</summary>
        LevelFirst,

        /// <summary>Upright, level in the gap above the target's row, upright.</summary>
        Channel,
    }

    /// <summary>The bends of each connection, in the order of the connections.</summary>
    public static IReadOnlyList<IReadOnlyList<DesignerPoint>> Lead(IReadOnlyDictionary<string, FlowFrame> boxes, IReadOnlyList<Connection> connections)
    {
        var routes = new ArrowRoutes(boxes, connections);
        return [.. routes._routes.Select(routes.Points)];
    }

    private Form FormOf(Connection connection, bool isOneOfSeveral)
    {
        if (connection.Vertices.Count > 0)
            return Form.Drawn;
        var (from, to) = (_boxes[connection.Source], _boxes[connection.Target]);
        if (to.Left <= from.Right)
            return Form.Channel;
        if (Math.Abs(from.Middle - to.Middle) < 1)
            return IsFree(connection, from.Middle) ? Form.Straight : Form.Channel;
        var (first, second) = isOneOfSeveral ? (Form.UprightFirst, Form.LevelFirst) : (Form.LevelFirst, Form.UprightFirst);
        return IsFree(connection, first == Form.UprightFirst ? to.Middle : from.Middle) ? first
            : IsFree(connection, second == Form.UprightFirst ? to.Middle : from.Middle) ? second
            : Form.Channel;
    }

    /// <summary>Whether no other box lies between the two at a height.</summary>
    private bool IsFree(Connection connection, double height)
    {
        var (left, right) = (_boxes[connection.Source].Right, _boxes[connection.Target].Left);
        return !_boxes.Any(box => box.Key != connection.Source && box.Key != connection.Target
            && box.Value.Left < right && box.Value.Right > left && box.Value.Top - 2 < height && box.Value.Bottom + 2 > height);
    }

    /// <summary>Runs of one key share a lane of their gap; runs of different keys that meet get different ones.</summary>
    private void AssignLanes(IEnumerable<Run> runs)
    {
        foreach (var gap in runs.GroupBy(run => Math.Round(run.Gap)))
        {
            var taken = new List<(double From, double To, int Lane)>();
            var together = gap.GroupBy(run => run.Key)
                .Select(g => (g.Key, From: g.Min(run => Math.Min(run.From, run.To)), To: g.Max(run => Math.Max(run.From, run.To))));
            foreach (var run in together.OrderBy(run => run.To - run.From).ThenBy(run => run.From))
            {
                var lane = Enumerable.Range(0, Lanes).FirstOrDefault(
                    lane => !taken.Any(other => other.Lane == lane && other.From <= run.To && other.To >= run.From), Lanes - 1);
                taken.Add((run.From, run.To, lane));
                _lanes[(run.Key, gap.Key)] = lane * Sidestep;
            }
        }
    }

    private IReadOnlyList<DesignerPoint> Points(Route route)
    {
        var (from, to) = (route.From, route.To);
        var (start, end) = (new DesignerPoint(from.Right, from.Middle), new DesignerPoint(to.Left, to.Middle));
        var beside = from.Right + Near + Lane($"out:{route.Connection.Source}", from.Right);
        var before = to.Left - ArrowHead - Lane($"in:{route.Connection.Target}", to.Left);
        var above = to.Top - RowGap - Lane($"over:{route.Connection.Target}", to.Top) * 5 / Sidestep;
        return route.Form switch
        {
            Form.Drawn => [start, .. route.Connection.Vertices, end],
            Form.UprightFirst => [start, new(beside, start.Y), new(beside, end.Y), end],
            Form.LevelFirst => [start, new(before, start.Y), new(before, end.Y), end],
            Form.Channel => [start, new(beside, start.Y), new(beside, above), new(before, above), new(before, end.Y), end],
            _ => [start, end],
        };
    }

    private double Lane(string key, double gap) => _lanes.GetValueOrDefault((key, Math.Round(gap)));

    private sealed record Route(Connection Connection, FlowFrame From, FlowFrame To, Form Form)
    {
        public bool Leaves => Form is Form.UprightFirst or Form.Channel;

        public bool Enters => Form is Form.LevelFirst or Form.Channel;

        public double LeavesTo => Form == Form.Channel ? To.Top - RowGap : To.Middle;

        public double EntersFrom => Form == Form.Channel ? To.Top - RowGap : From.Middle;
    }

    /// <param name="Gap">Where the gap begins: the side of the box.</param>
    private readonly record struct Run(string Key, double Gap, double From, double To);
}
