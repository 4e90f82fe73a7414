using Appliance.Sip.Messages;

namespace Appliance.Sip.Transactions;

/// <summary>A request on its way (RFC 3261 §17.1).</summary>
public sealed class ClientTransaction : Transaction
{
    private readonly Action<SipResponse> _onResponse;
    private readonly Action<TransactionFailure> _onFailure;
    private SipResponse? _refusal;

    internal ClientTransaction(
        TransactionLayer layer,
        SipRequest request,
        SipHop hop,
        Action<SipResponse> onResponse,
        Action<TransactionFailure> onFailure)
        : base(layer, MachineOf(request), InitialOf(request, hop.IsReliable), hop)
    {
        Request = request;
        Key = TransactionKey.OfClient(request.TopVia.Branch!, request.Method);
        _onResponse = onResponse;
        _onFailure = onFailure;
    }

    /// <summary>The request as it is sent, with its Via.</summary>
    public SipRequest Request { get; }

    internal TransactionKey Key { get; }

    /// <summary>Sends CANCEL for this INVITE; only once a provisional response came (RFC 3261 §9.1), else false.</summary>
    public bool Cancel()
    {
        if (Request.Method != SipMethod.Invite || Phase != TransactionPhase.Proceeding)
        {
            return false;
        }

        // The outcome shows in the response to the INVITE; timer B bounds the wait.
        Layer.Start(HopRequests.Cancel(Request), Hop, static _ => { }, static _ => { });
        Feed(TransactionInputKind.CancelSent);
        return true;
    }

    internal void Start() => Feed(TransactionInputKind.Start);

    internal void Receive(SipResponse response)
    {
        if (response.Status >= 300)
        {
            _refusal = response;
        }

        Feed(TransactionInput.Response(response.Status), response);
    }

    private protected override void Carry(TransactionEffectKind kind, SipMessage? message)
    {
        switch (kind)
        {
            case TransactionEffectKind.SendRequest:
                Send(Request);
                break;
            case TransactionEffectKind.SendAck:
                Send(HopRequests.Ack(Request, _refusal!));
                break;
            case TransactionEffectKind.Deliver:
                _onResponse((SipResponse)message!);
                break;
            case TransactionEffectKind.ReportTimeout:
                _onFailure(TransactionFailure.Timeout);
                break;
            case TransactionEffectKind.ReportTransportFailure:
                _onFailure(TransactionFailure.Transport);
                break;
        }
    }

    private static TransactionMachine MachineOf(SipRequest request) =>
        request.Method == SipMethod.Invite ? InviteClientMachine.Next : NonInviteClientMachine.Next;

    private static TransactionState InitialOf(SipRequest request, bool reliable) =>
        request.Method == SipMethod.Invite ? InviteClientMachine.Initial(reliable) : NonInviteClientMachine.Initial(reliable);
}
