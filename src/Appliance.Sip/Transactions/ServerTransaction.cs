using Appliance.Sip.Messages;
using Appliance.Sip.Transports;

namespace Appliance.Sip.Transactions;

/// <summary>A request to be answered (RFC 3261 §17.2).</summary>
public sealed class ServerTransaction : Transaction
{
    private SipResponse? _response;

    internal ServerTransaction(TransactionLayer layer, SipInbound inbound, TransactionKey key, MergeKey? mergeKey)
        : base(
            layer,
            MachineOf((SipRequest)inbound.Message),
            InitialOf((SipRequest)inbound.Message, inbound.Transport.Kind != SipTransportKind.Udp),
            new SipHop(inbound.Transport, ResponseRouting.For(inbound)))
    {
        Inbound = inbound;
        Key = key;
        MergeKey = mergeKey;
    }

    /// <summary>The request.</summary>
    public SipRequest Request => (SipRequest)Inbound.Message;

    /// <summary>The request with its source.</summary>
    public SipInbound Inbound { get; }

    /// <summary>Whether a final response was given.</summary>
    public bool IsAnswered => Phase is not (TransactionPhase.Trying or TransactionPhase.Proceeding);

    /// <summary>Told when the response could not be delivered: the transport failed, or no ACK came for a 300–699.</summary>
    public Action<TransactionFailure>? Failed { get; set; }

    internal TransactionKey Key { get; }

    internal MergeKey? MergeKey { get; }

    /// <summary>Sends a response; a second final one is ignored, except that a 2xx to INVITE may be sent again (RFC 6026 §8.5).</summary>
    public void Respond(SipResponse response)
    {
        if (!IsAnswered)
        {
            _response = response;
        }

        Feed(TransactionInput.Response(response.Status));
    }

    internal void Start() => Feed(TransactionInputKind.Start);

    internal void ReceiveAgain() => Feed(TransactionInputKind.RequestAgain);

    internal void ReceiveAck(SipInbound ack)
    {
        var isForSuccess = Phase == TransactionPhase.Accepted;
        Feed(TransactionInputKind.Ack);
        if (isForSuccess)
        {
            Layer.User.OnAck((SipRequest)ack.Message, ack);
        }
    }

    private protected override void Carry(TransactionEffectKind kind, SipMessage? message)
    {
        switch (kind)
        {
            case TransactionEffectKind.SendResponse:
                Send(_response!);
                break;
            case TransactionEffectKind.SendTrying:
                _response = SipResponse.For(Request, 100);
                Send(_response);
                break;
            case TransactionEffectKind.Deliver when Phase != TransactionPhase.Accepted:
                Layer.User.OnRequest(this);
                break;
            case TransactionEffectKind.ReportTimeout:
                Failed?.Invoke(TransactionFailure.Timeout);
                break;
            case TransactionEffectKind.ReportTransportFailure:
                Failed?.Invoke(TransactionFailure.Transport);
                break;
        }
    }

    private static TransactionMachine MachineOf(SipRequest request) =>
        request.Method == SipMethod.Invite ? InviteServerMachine.Next : NonInviteServerMachine.Next;

    private static TransactionState InitialOf(SipRequest request, bool reliable) =>
        request.Method == SipMethod.Invite ? InviteServerMachine.Initial(reliable) : NonInviteServerMachine.Initial(reliable);
}
