namespace IpCenter.Workflow.Tests.Engine;

/// <summary>An independent interpreter of structured processes: no graph, no tokens, no joins.</summary>
internal abstract class LiveBlock
{
    public abstract bool IsDone { get; }

    public abstract IEnumerable<string> Waiting { get; }

    public abstract void Complete(string id);

    public sealed class LiveWork(string workId) : LiveBlock
    {
        private bool _isDone;

        public override bool IsDone => _isDone;

        public override IEnumerable<string> Waiting => _isDone ? [] : [workId];

        public override void Complete(string id) => _isDone |= id == workId;
    }

    public sealed class LiveChain : LiveBlock
    {
        private readonly Queue<Block> _rest;
        private LiveBlock _current;

        public LiveChain(IReadOnlyList<Block> blocks)
        {
            _rest = new Queue<Block>(blocks.Skip(1));
            _current = blocks[0].Begin();
        }

        public override bool IsDone => _current.IsDone && _rest.Count == 0;

        public override IEnumerable<string> Waiting => _current.Waiting;

        public override void Complete(string id)
        {
            _current.Complete(id);
            if (_current.IsDone && _rest.TryDequeue(out var next))
                _current = next.Begin();
        }
    }

    public sealed class LivePair(bool firstWins, LiveBlock left, LiveBlock right) : LiveBlock
    {
        public override bool IsDone => firstWins ? left.IsDone || right.IsDone : left.IsDone && right.IsDone;

        public override IEnumerable<string> Waiting => IsDone ? [] : left.Waiting.Concat(right.Waiting);

        public override void Complete(string id)
        {
            left.Complete(id);
            right.Complete(id);
        }
    }
}
