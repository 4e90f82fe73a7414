using Appliance.Sip.Transactions;

namespace Appliance.Sip.Tests.Transactions;

/// <summary>Feeds one machine and writes its effects as words, so that a test reads like the RFC's figure.</summary>
internal sealed class MachineRun(TransactionMachine machine, TransactionState initial)
{
    private TransactionState _state = initial;

    public TransactionPhase Phase => _state.Phase;

    public string Feed(TransactionInput input)
    {
        var step = machine(_state, input, SipTimers.Default);
        _state = step.State;
        return string.Join(' ', step.Effects.Select(Word));
    }

    public string Fire(TransactionTimer timer) => Feed(TransactionInput.Fired(timer));

    private static string Word(TransactionEffect effect) => effect.Kind switch
    {
        TransactionEffectKind.StartTimer => $"{effect.Timer}={effect.Delay.TotalSeconds:0.###}",
        TransactionEffectKind.StopTimer => $"-{effect.Timer}",
        _ => effect.Kind.ToString(),
    };
}
