using System.Net;
using System.Text;
using Appliance.Sip.Messages;
using Appliance.Sip.Tests.Messages;

namespace Appliance.Sip.Tests.Transports;

/// <summary>Small messages for sockets.</summary>
internal static class TestMessages
{
    public static string OptionsText(string callId, string transport, IPEndPoint sentBy, string body = "") =>
        $"""
        OPTIONS sip:box@example.com SIP/2.0
        Via: SIP/2.0/{transport} {sentBy};branch=z9hG4bK{callId};rport
        Max-Forwards: 70
        From: <sip:phone@example.com>;tag=1
        To: <sip:box@example.com>
        Call-ID: {callId}
        CSeq: 1 OPTIONS
        Content-Length: {body.Length}

        {body}
        """.ReplaceLineEndings("\r\n");

    public static byte[] OptionsBytes(string callId, string transport, IPEndPoint sentBy, string body = "") =>
        Encoding.ASCII.GetBytes(OptionsText(callId, transport, sentBy, body));

    public static SipRequest Options(string callId, string transport, IPEndPoint sentBy) =>
        SipText.Request(OptionsText(callId, transport, sentBy));
}
