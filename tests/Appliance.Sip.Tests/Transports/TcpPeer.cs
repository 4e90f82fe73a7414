using System.Net;
using System.Net.Sockets;
using System.Text;
using Appliance.Sip.Messages;
using Appliance.Sip.Tests.Messages;

namespace Appliance.Sip.Tests.Transports;

/// <summary>A plain TCP client that shares no code with the transport under test.</summary>
internal sealed class TcpPeer : IDisposable
{
    private readonly Socket _socket;

    private TcpPeer(Socket socket) => _socket = socket;

    public IPEndPoint Local => (IPEndPoint)_socket.LocalEndPoint!;

    public static async Task<TcpPeer> ConnectAsync(IPEndPoint target)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(target, TestContext.Current.CancellationToken);
        return new TcpPeer(socket);
    }

    public static TcpPeer Over(Socket accepted) => new(accepted);

    public async Task SendAsync(ReadOnlyMemory<byte> bytes) =>
        await _socket.SendAsync(bytes, TestContext.Current.CancellationToken);

    public Task SendAsync(string text) => SendAsync(Encoding.ASCII.GetBytes(text));

    /// <summary>Reads until the text ends with <paramref name="end"/> or the stream ends.</summary>
    public async Task<string> ReadUntilAsync(string end)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(20));
        var text = new StringBuilder();
        var buffer = new byte[4096];
        while (!text.ToString().EndsWith(end, StringComparison.Ordinal))
        {
            var count = await _socket.ReceiveAsync(buffer, patience.Token);
            if (count == 0)
            {
                break;
            }

            text.Append(Encoding.ASCII.GetString(buffer, 0, count));
        }

        return text.ToString();
    }

    public async Task<SipResponse> ReadResponseAsync() => SipText.Response(await ReadUntilAsync("\r\n\r\n"));

    /// <summary>Waits for the other side to close; a reset counts.</summary>
    public async Task<bool> IsClosedAsync()
    {
        try
        {
            while (await ReadUntilAsync("\0") is { Length: > 0 })
            {
                continue;
            }

            return true;
        }
        catch (SocketException e)
        {
            return e.SocketErrorCode == SocketError.ConnectionReset;
        }
    }

    public void Dispose() => _socket.Dispose();
}
