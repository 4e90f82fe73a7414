using System.Net;
using System.Net.Sockets;
using Appliance.Media.Rtp.Sources;
using Appliance.Media.Rtp.Transmission;
using Microsoft.Extensions.Logging;

namespace Appliance.Media.Rtp;

/// <summary>Takes a datagram; the span is only lent for the call.</summary>
internal delegate void DatagramHandler(ReadOnlySpan<byte> datagram, SourceKey source);

/// <summary>
/// One bound UDP socket: a receive loop that allocates nothing per packet, and sends to one destination. Owns the socket.
/// </summary>
internal sealed class DatagramSocket : IPacketSink, IAsyncDisposable
{
    // One byte more than is accepted, so that a datagram that was cut off shows.
    private const int BufferLength = Packets.RtpPacket.MaxLength + 1;
    private static readonly TimeSpan PauseAfterError = TimeSpan.FromMilliseconds(20);

    private readonly Socket _socket;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly CancellationTokenSource _closing = new();
    private SocketAddress? _destination;
    private Task _loop = Task.CompletedTask;

    public DatagramSocket(Socket socket, int differentiatedServices, TimeProvider time, ILogger logger)
    {
        _socket = socket;
        _time = time;
        _logger = logger;
        Local = (IPEndPoint)socket.LocalEndPoint!;
        Classify(differentiatedServices);
    }

    /// <summary>Where it is bound.</summary>
    public IPEndPoint Local { get; }

    /// <summary>Sets where packets go; null: nowhere.</summary>
    public void SendTo(IPEndPoint? destination) => Volatile.Write(ref _destination, destination?.Serialize());

    /// <summary>Starts the receive loop.</summary>
    public void Start(DatagramHandler handler) => _loop = ReceiveAsync(handler);

    public bool TrySend(ReadOnlySpan<byte> datagram)
    {
        if (Volatile.Read(ref _destination) is not { } destination)
        {
            return false;
        }

        try
        {
            return _socket.SendTo(datagram, SocketFlags.None, destination) == datagram.Length;
        }
        catch (SocketException exception)
        {
            RtpLog.SendFailed(_logger, Local.Port, exception.SocketErrorCode);
            return false;
        }
        catch (ObjectDisposedException)
        {
            // The call ended between two ticks.
            return false;
        }
    }

    public async ValueTask DisposeAsync()
    {
        Close();
        await _loop;
        _closing.Dispose();
    }

    /// <summary>Closes the socket; the loop ends soon after.</summary>
    public void Close()
    {
        if (!_closing.IsCancellationRequested)
        {
            _closing.Cancel();
            _socket.Dispose();
        }
    }

    private async Task ReceiveAsync(DatagramHandler handler)
    {
        var buffer = GC.AllocateUninitializedArray<byte>(BufferLength, pinned: true);
        var from = new SocketAddress(_socket.AddressFamily);
        while (!_closing.IsCancellationRequested)
        {
            try
            {
                var length = await _socket.ReceiveFromAsync(buffer, SocketFlags.None, from);
                handler(buffer.AsSpan(0, length), SourceKey.From(from));
            }
            catch (Exception exception) when (_closing.IsCancellationRequested && exception is SocketException or ObjectDisposedException)
            {
                return;
            }
            catch (SocketException exception)
            {
                RtpLog.ReceiveFailed(_logger, Local.Port, exception);
                await PauseAsync();
            }
            catch (Exception exception)
            {
                // A bug in handling one packet must not end the call's audio.
                RtpLog.HandlingFailed(_logger, Local.Port, exception);
            }
        }
    }

    private async Task PauseAsync()
    {
        try
        {
            await Task.Delay(PauseAfterError, _time, _closing.Token);
        }
        catch (OperationCanceledException)
        {
            // Closing; the loop sees it.
            return;
        }
    }

    private void Classify(int differentiatedServices)
    {
        try
        {
            if (_socket.AddressFamily is AddressFamily.InterNetwork)
            {
                _socket.SetSocketOption(SocketOptionLevel.IP, SocketOptionName.TypeOfService, differentiatedServices << 2);
            }
        }
        catch (SocketException exception)
        {
            RtpLog.ServiceClassRefused(_logger, exception.SocketErrorCode);
        }
    }
}
