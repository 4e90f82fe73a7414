namespace Appliance.Sip.Transactions;

/// <summary>
/// The clock side of one transaction. A retransmission timer (A, E, G, Silence) and a lifetime timer (all others) can run at once,
/// never two of a kind. A late callback of a disarmed timer does no harm: each machine ignores letters that are not of its phase.
/// </summary>
internal sealed class TransactionTimers(TimeProvider time, Action<TransactionTimer> fired)
{
    private Slot? _repeat;
    private Slot? _lifetime;

    public void Start(TransactionTimer timer, TimeSpan delay)
    {
        ref var slot = ref SlotOf(timer);
        if (slot is { } armed && armed.Letter == timer)
        {
            armed.Timer!.Change(delay, Timeout.InfiniteTimeSpan);
            return;
        }

        slot?.Timer!.Dispose();
        slot = new Slot(timer, fired);
        slot.Timer = time.CreateTimer(static state => ((Slot)state!).Fire(), slot, delay, Timeout.InfiniteTimeSpan);
    }

    public void Stop(TransactionTimer timer)
    {
        ref var slot = ref SlotOf(timer);
        if (slot?.Letter == timer)
        {
            slot.Timer!.Dispose();
            slot = null;
        }
    }

    public void StopAll()
    {
        _repeat?.Timer!.Dispose();
        _lifetime?.Timer!.Dispose();
        _repeat = _lifetime = null;
    }

    private ref Slot? SlotOf(TransactionTimer timer)
    {
        if (timer is TransactionTimer.A or TransactionTimer.E or TransactionTimer.G or TransactionTimer.Silence)
        {
            return ref _repeat;
        }

        return ref _lifetime;
    }

    private sealed class Slot(TransactionTimer letter, Action<TransactionTimer> fired)
    {
        public TransactionTimer Letter { get; } = letter;

        public ITimer? Timer { get; set; }

        public void Fire() => fired(Letter);
    }
}
