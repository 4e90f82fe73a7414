using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Appliance.Sip.Tests.UserAgent;

/// <summary>A UDP socket that speaks SIP as text, so that a test can say what no well-behaved stack would.</summary>
internal sealed class RawPeer : IDisposable
{
    private readonly UdpClient _socket = new(new IPEndPoint(IPAddress.Loopback, 0));
    private readonly IPEndPoint _target;

    public RawPeer(IPEndPoint target) => _target = target;

    public int Port => ((IPEndPoint)_socket.Client.LocalEndPoint!).Port;

    public static string Sdp { get; } = Descriptions.Offer().ToString();

    public void Send(string message) => _socket.Send(Encoding.UTF8.GetBytes(message), _target);

    public async Task<string> ReceiveAsync()
    {
        var received = await _socket.ReceiveAsync(TestContext.Current.CancellationToken).AsTask().Within();
        return Encoding.UTF8.GetString(received.Buffer);
    }

    /// <summary>Skips messages that do not begin so, for example 100 and repeated responses.</summary>
    public async Task<string> ReceiveAsync(string beginning)
    {
        while (true)
        {
            var message = await ReceiveAsync();
            if (message.StartsWith(beginning, StringComparison.Ordinal))
            {
                return message;
            }
        }
    }

    /// <summary>A request with the headers that every one needs.</summary>
    public string Request(string method, string branch, string more = "", string body = "", string? uri = null, string to = "<sip:box@127.0.0.1>", int sequence = 1) =>
        $"{method} {uri ?? $"sip:box@127.0.0.1:{_target.Port}"} SIP/2.0\r\n"
        + $"Via: SIP/2.0/UDP 127.0.0.1:{Port};branch=z9hG4bK{branch};rport\r\n"
        + $"From: <sip:raw@127.0.0.1>;tag=raw\r\nTo: {to}\r\nCall-ID: raw-call\r\nCSeq: {sequence} {method}\r\n"
        + $"Contact: <sip:raw@127.0.0.1:{Port}>\r\nMax-Forwards: 70\r\n{more}"
        + (body.Length > 0 && !more.Contains("Content-Type", StringComparison.Ordinal) ? "Content-Type: application/sdp\r\n" : string.Empty)
        + $"Content-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}";

    public void Dispose() => _socket.Dispose();

    /// <summary>The value of a header in a received message.</summary>
    public static string Header(string message, string name) =>
        message.Split("\r\n").First(l => l.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase))[(name.Length + 1)..].Trim();
}
