namespace Appliance.Sip.Authentication;

/// <summary>Remembers which nonce counts were used, so that a captured request cannot be sent again. Bounded: the oldest nonce gives
/// way, and every nonce issued up to then counts as used.</summary>
internal sealed class NonceUse(int capacity)
{
    private const int WindowBits = 64;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Window> _windows = [];
    private readonly PriorityQueue<string, DateTimeOffset> _oldest = new();
    private DateTimeOffset _forgottenUpTo = DateTimeOffset.MinValue;

    /// <summary>Marks a count as used; false where it was used before, lies behind the window, or the nonce is forgotten.
    /// Call only when the digest holds: otherwise strangers could use up a phone's counts.</summary>
    public bool TryUse(string nonce, DateTimeOffset issuedAt, uint count, DateTimeOffset deadBefore)
    {
        lock (_lock)
        {
            ForgetNeedsLock(deadBefore);
            if (count == 0 || issuedAt <= _forgottenUpTo)
            {
                return false;
            }

            if (!_windows.TryGetValue(nonce, out var window))
            {
                if (_windows.Count >= capacity && _oldest.TryDequeue(out var oldest, out var itsIssue))
                {
                    _windows.Remove(oldest);
                    _forgottenUpTo = itsIssue > _forgottenUpTo ? itsIssue : _forgottenUpTo;
                    if (issuedAt <= _forgottenUpTo)
                    {
                        return false;
                    }
                }

                _oldest.Enqueue(nonce, issuedAt);
            }

            if (!window.TryUse(count, out var next))
            {
                return false;
            }

            _windows[nonce] = next;
            return true;
        }
    }

    private void ForgetNeedsLock(DateTimeOffset deadBefore)
    {
        while (_oldest.TryPeek(out var nonce, out var issuedAt) && issuedAt < deadBefore)
        {
            _oldest.Dequeue();
            _windows.Remove(nonce);
        }
    }

    /// <summary>The highest count and the 64 below it, so that requests may overtake each other.</summary>
    private readonly record struct Window(uint Highest, ulong Used)
    {
        public bool TryUse(uint count, out Window next)
        {
            next = this;
            if (count > Highest)
            {
                var shift = count - Highest;
                next = new Window(count, (shift >= WindowBits ? 0 : Used << (int)shift) | 1);
                return true;
            }

            var back = Highest - count;
            if (back >= WindowBits || (Used & (1UL << (int)back)) != 0)
            {
                return false;
            }

            next = this with { Used = Used | (1UL << (int)back) };
            return true;
        }
    }
}
