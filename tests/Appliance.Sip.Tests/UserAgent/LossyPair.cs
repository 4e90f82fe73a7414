using Appliance.Sip.Messages;
using Appliance.Sip.Sdp;
using Appliance.Sip.Tests.Transactions;
using Appliance.Sip.Transactions;
using Appliance.Sip.Transports;
using Appliance.Sip.UserAgent;
using Microsoft.Extensions.Logging.Abstractions;

namespace Appliance.Sip.Tests.UserAgent;

/// <summary>Two user agents on a wire in memory that loses what a test says, on a clock that moves when a test says.</summary>
internal sealed class LossyPair : IAsyncDisposable
{
    private int _handled;

    public LossyPair(SipTransportKind kind = SipTransportKind.Udp, TransactionLayerOptions? calleeTransactions = null)
    {
        (CallerWire, CalleeWire) = LinkedTransport.Pair(kind);
        Caller = Make(CallerWire, new TransactionLayerOptions());
        Callee = Make(CalleeWire, calleeTransactions ?? new TransactionLayerOptions());
        Callee.IncomingCallHandler = AnswerAsync;
    }

    public ManualTimeProvider Time { get; } = new();

    public LinkedTransport CallerWire { get; }

    public LinkedTransport CalleeWire { get; }

    public SipUserAgent Caller { get; }

    public SipUserAgent Callee { get; }

    public TaskCompletionSource<SipCall?> Answered { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>How often the callee's application heard of a call.</summary>
    public int Handled => Volatile.Read(ref _handled);

    public async Task<LossyPair> StartAsync()
    {
        await Caller.StartAsync(TestContext.Current.CancellationToken);
        await Callee.StartAsync(TestContext.Current.CancellationToken);
        return this;
    }

    public Task<InviteOutcome> CallAsync(CancellationToken giveUp, IProgress<SipResponse>? progress = null) => Caller.InviteAsync(
        new SipUri("127.0.0.1") { Port = CalleeWire.LocalEndPoint.Port },
        new OutgoingInvite { Offer = Descriptions.Offer(), Progress = progress },
        giveUp);

    public Task<InviteOutcome> PlaceAsync() => CallAsync(TestContext.Current.CancellationToken);

    /// <summary>A call that stands, before anything is lost.</summary>
    public async Task<(SipCall Caller, SipCall Callee)> EstablishAsync()
    {
        var outcome = await PlaceAsync().Within();
        return (outcome.Call!, (await Answered.Task.Within())!);
    }

    /// <summary>Loses the first <paramref name="count"/> messages that begin so.</summary>
    public static void LoseFirst(LinkedTransport wire, string beginning, int count = 1)
    {
        var left = count;
        wire.Lose = message => message.StartLine.StartsWith(beginning, StringComparison.Ordinal) && left-- > 0;
    }

    public async ValueTask DisposeAsync()
    {
        await Caller.DisposeAsync();
        await Callee.DisposeAsync();
    }

    private async Task AnswerAsync(IncomingCall call, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _handled);
        Answered.TrySetResult(await call.AcceptAsync(Descriptions.AnswerTo(call.Offer!, Descriptions.Callee)));
    }

    // Nobody moves the clock while an agent stops, so it must not wait.
    private SipUserAgent Make(ISipTransport wire, TransactionLayerOptions transactions) => new(
        new SipUserAgentOptions { StopTimeout = TimeSpan.Zero, Transactions = transactions },
        [wire],
        Time,
        NullLoggerFactory.Instance);
}
