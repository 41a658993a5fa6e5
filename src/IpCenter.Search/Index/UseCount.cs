namespace IpCenter.Search.Index;

/// <summary>Counts who uses something that must not be closed under them. It begins with one: its owner.</summary>
internal sealed class UseCount
{
    private int _users = 1;

    /// <summary>One more; false when the last one has gone.</summary>
    public bool TryEnter()
    {
        for (var users = Volatile.Read(ref _users); users > 0; users = Volatile.Read(ref _users))
            if (Interlocked.CompareExchange(ref _users, users + 1, users) == users)
                return true;
        return false;
    }

    /// <summary>One less; true for the last one, who closes.</summary>
    public bool Leave() => Interlocked.Decrement(ref _users) == 0;
}
