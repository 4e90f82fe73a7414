using Appliance.Sip.Transactions;

namespace Appliance.Sip.Dialogs;

/// <summary>
/// Repetition of a 2xx to INVITE by the core until the ACK comes (RFC 3261 §13.3.1.4), on every transport, since a proxy behind
/// a stream may still use datagrams: T1, doubled up to T2, for 64·T1 in all.
/// </summary>
/// <param name="Interval">Time until the next repetition.</param>
/// <param name="Elapsed">Time since the 2xx was sent first, when the current interval is over.</param>
public readonly record struct SuccessRetransmission(TimeSpan Interval, TimeSpan Elapsed)
{
    /// <summary>The state right after the first sending.</summary>
    public static SuccessRetransmission Start(SipTimers timers) => new(timers.T1, timers.T1);

    /// <summary>The state after an interval passed; null once 64·T1 are over: the call must be ended with BYE.</summary>
    public SuccessRetransmission? Next(SipTimers timers)
    {
        if (Elapsed >= timers.Lifetime)
        {
            return null;
        }

        var interval = TimeSpan.FromTicks(Math.Min(Math.Min(Interval.Ticks * 2, timers.T2.Ticks), (timers.Lifetime - Elapsed).Ticks));
        return new SuccessRetransmission(interval, Elapsed + interval);
    }
}
