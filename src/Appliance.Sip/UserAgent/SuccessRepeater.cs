using Appliance.Sip.Dialogs;
using Appliance.Sip.Messages;
using Appliance.Sip.Transactions;

namespace Appliance.Sip.UserAgent;

/// <summary>Runs <see cref="SuccessRetransmission"/> on the clock for one 2xx.</summary>
internal sealed class SuccessRepeater
{
    private readonly UserAgentCore _core;
    private readonly ServerTransaction _invite;
    private readonly SipResponse _success;
    private readonly Action _timedOut;
    private readonly ITimer _timer;
    private SuccessRetransmission _state;
    private bool _stopped;

    public SuccessRepeater(UserAgentCore core, ServerTransaction invite, SipResponse success, Action<SipRequest> acknowledged, Action timedOut)
    {
        _core = core;
        _invite = invite;
        _success = success;
        _timedOut = timedOut;
        Acknowledged = acknowledged;
        _state = SuccessRetransmission.Start(core.Timers);
        _timer = core.Time.CreateTimer(
            static state => ((SuccessRepeater)state!).Fire(), this, _state.Interval, Timeout.InfiniteTimeSpan);
    }

    /// <summary>CSeq number that the ACK must have.</summary>
    public uint Sequence => _invite.Request.CSeq.Number;

    public Action<SipRequest> Acknowledged { get; }

    public void Stop()
    {
        _stopped = true;
        _timer.Dispose();
    }

    private void Fire() => _core.Queue.Post(Repeat);

    private void Repeat()
    {
        if (_stopped)
        {
            return;
        }

        if (_state.Next(_core.Timers) is not { } next)
        {
            Stop();
            _timedOut();
            return;
        }

        _state = next;
        _invite.Respond(_success);
        _timer.Change(next.Interval, Timeout.InfiniteTimeSpan);
    }
}
