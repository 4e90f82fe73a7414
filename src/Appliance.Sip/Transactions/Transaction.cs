using Appliance.Sip.Messages;

namespace Appliance.Sip.Transactions;

/// <summary>Runs one machine: feeds it, keeps its timers, carries out its effects. Touched by signalling work only.</summary>
public abstract class Transaction
{
    private readonly TransactionMachine _machine;
    private readonly TransactionTimers _timers;
    private TransactionState _state;

    private protected Transaction(TransactionLayer layer, TransactionMachine machine, TransactionState initial, SipHop hop)
    {
        Layer = layer;
        Hop = hop;
        _machine = machine;
        _state = initial;
        _timers = new TransactionTimers(layer.Time, timer => layer.Queue.Post(() => Feed(TransactionInput.Fired(timer))));
    }

    /// <summary>Where the machine stands.</summary>
    public TransactionPhase Phase => _state.Phase;

    /// <summary>Where this transaction's messages go.</summary>
    public SipHop Hop { get; }

    private protected TransactionLayer Layer { get; }

    /// <summary>Ends at once and tells nobody; the layer stops.</summary>
    internal void Drop()
    {
        _state = _state with { Phase = TransactionPhase.Terminated };
        _timers.StopAll();
    }

    private protected void Feed(TransactionInput input, SipMessage? message = null)
    {
        var step = _machine(_state, input, Layer.Options.Timers);
        _state = step.State;
        foreach (var effect in step.Effects)
        {
            Carry(effect, message);
        }
    }

    private protected abstract void Carry(TransactionEffectKind kind, SipMessage? message);

    private protected void Send(SipMessage message) => Layer.Send(message, Hop, () => Feed(TransactionInputKind.TransportFailed));

    private void Carry(TransactionEffect effect, SipMessage? message)
    {
        switch (effect.Kind)
        {
            case TransactionEffectKind.StartTimer:
                _timers.Start(effect.Timer, effect.Delay);
                break;
            case TransactionEffectKind.StopTimer:
                _timers.Stop(effect.Timer);
                break;
            case TransactionEffectKind.Terminate:
                _timers.StopAll();
                Layer.Forget(this);
                break;
            default:
                Carry(effect.Kind, message);
                break;
        }
    }
}
