using IpCenter.Workflow.Definitions;

namespace IpCenter.Web.Pages.Processes;

/// <summary>A step as it is drawn; the place and the size are the designer's.</summary>
/// <param name="Lines">The name, broken into lines that fit.</param>
public sealed record FlowBox(Activity Activity, StepKind Kind, string Name, string Caption, IReadOnlyList<string> Lines, FlowFrame Frame)
{
    public string Id => Activity.Id;
}

/// <summary>An arrow as it is drawn, from the right side of its source to the left side of its target.</summary>
/// <param name="Said">What decides that this way is taken, if anything.</param>
public sealed record FlowArrow(Connection Connection, IReadOnlyList<DesignerPoint> Points, string? Said, FlowLabel? Label);

/// <param name="IsAtTarget">Above the box that the arrow reaches; otherwise under the one that it leaves, ending there.</param>
public sealed record FlowLabel(DesignerPoint At, string Text, bool IsAtTarget);

/// <summary>A definition as a picture: boxes where the designer put them, arrows led around them.</summary>
public sealed record FlowDrawing(IReadOnlyList<FlowBox> Boxes, IReadOnlyList<FlowArrow> Arrows, FlowFrame Frame)
{
    private const double Margin = 44;
    private const double LetterWidth = 12.5;
    private const double LineHeight = 14;

    public static FlowDrawing Of(WorkflowDefinition definition, StepWords words)
    {
        var frames = definition.Activities.ToDictionary(activity => activity.Id, FrameOf);
        var boxes = definition.Activities.Select(activity => Box(activity, frames[activity.Id], words)).ToList();
        var routes = ArrowRoutes.Lead(frames, definition.Connections);
        var arrows = Labelled(definition, frames, routes, words);
        var points = routes.SelectMany(route => route).ToList();
        return new(boxes, arrows, new FlowFrame(
            Math.Min(frames.Values.Min(f => f.Left), points.Min(p => p.X)) - Margin, Math.Min(frames.Values.Min(f => f.Top), points.Min(p => p.Y)) - Margin,
            Math.Max(frames.Values.Max(f => f.Right), points.Max(p => p.X)) + Margin, Math.Max(frames.Values.Max(f => f.Bottom), points.Max(p => p.Y)) + Margin));
    }

    private static FlowFrame FrameOf(Activity activity)
    {
        var (at, design) = (activity.Design.Position, activity.Design);
        return new(at.X, at.Y, at.X + design.Width, at.Y + design.Height);
    }

    private static FlowBox Box(Activity activity, FlowFrame frame, StepWords words)
    {
        var (kind, name) = (StepKinds.Of(activity), words.Name(activity));
        var caption = words.Queue(activity) is { } queue ? $"{words.Kind(kind)} · {queue}" : words.Kind(kind);
        var lines = Math.Max(1, (int)((frame.Height - 20) / LineHeight));
        return new(activity, kind, name, caption, TextLines.Break(name, (frame.Width - 22) / LetterWidth, lines), frame);
    }

    /// <summary>
    /// A way is named above the box that it leads to; where several named ways meet at one box, under the boxes that they leave.
    /// </summary>
    private static List<FlowArrow> Labelled(
        WorkflowDefinition definition, Dictionary<string, FlowFrame> frames, IReadOnlyList<IReadOnlyList<DesignerPoint>> routes, StepWords words)
    {
        var said = definition.Connections.Select(c => words.Port(definition.Activity(c.Source), c.Port)).ToList();
        var meeting = definition.Connections.Index().Where(c => said[c.Index] is not null).CountBy(c => c.Item.Target).ToDictionary();
        var under = new Dictionary<string, int>();
        var arrows = new List<FlowArrow>();
        foreach (var (at, connection) in definition.Connections.Index())
        {
            FlowLabel? label = null;
            if (said[at] is { } text)
            {
                var (source, target) = (frames[connection.Source], frames[connection.Target]);
                if (meeting[connection.Target] == 1)
                    label = new(new(target.Left + 2, target.Top - 5), text, true);
                else
                {
                    under[connection.Source] = under.GetValueOrDefault(connection.Source) + 1;
                    label = new(new(source.Right, source.Bottom + under[connection.Source] * 13),
                        $"{text} → {TextLines.Short(words.Name(definition.Activity(connection.Target)), 14)}", false);
                }
            }
            arrows.Add(new(connection, routes[at], said[at], label));
        }
        return arrows;
    }
}
