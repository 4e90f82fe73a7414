using Appliance.Sip.Messages;

namespace Appliance.Sip.Dialogs;

/// <summary>Builds requests within a dialog (<see href="https://www.rfc-editor.org/rfc/rfc3261#section-12.2.1.1">RFC 3261 §12.2.1.1</see>).</summary>
public static class DialogRequests
{
    private const int MaxForwards = 70;

    /// <summary>The next request; the dialog comes back with its CSeq advanced.</summary>
    public static (Dialog Dialog, DialogRequest Request) Next(Dialog dialog, SipMethod method)
    {
        var advanced = dialog with { LocalSequence = dialog.LocalSequence + 1 };
        return (advanced, Build(advanced, method, advanced.LocalSequence));
    }

    /// <summary>The ACK for a 2xx to the INVITE of that CSeq number (RFC 3261 §13.2.2.4).</summary>
    public static DialogRequest Ack(Dialog dialog, uint inviteSequence) => Build(dialog, SipMethod.Ack, inviteSequence);

    private static DialogRequest Build(Dialog dialog, SipMethod method, uint sequence)
    {
        var isStrict = dialog.RouteSet is [{ Uri.IsLooseRouter: false }, ..];
        var uri = isStrict ? WithoutForbiddenParts(dialog.RouteSet[0].Uri) : dialog.RemoteTarget;
        var request = new SipRequest(method, uri);
        foreach (var route in isStrict ? dialog.RouteSet.RemoveAt(0).Add(new NameAddress(dialog.RemoteTarget)) : dialog.RouteSet)
        {
            request.Headers.Add(SipHeaderNames.Route, route.ToString());
        }

        request.MaxForwards = MaxForwards;
        request.From = dialog.Local;
        request.To = dialog.Remote;
        request.CallId = dialog.Id.CallId;
        request.CSeq = new CSeqHeader(sequence, method);
        return new DialogRequest(request, !isStrict && dialog.RouteSet is [var first, ..] ? first.Uri : uri);
    }

    // A Request-URI may not carry the method parameter nor headers (§19.1.1 table 1).
    private static SipUri WithoutForbiddenParts(SipUri uri) => uri with { Headers = null, Parameters = uri.Parameters.Without("method") };
}
