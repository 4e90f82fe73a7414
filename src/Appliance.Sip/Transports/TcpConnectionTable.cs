using System.Net;

namespace Appliance.Sip.Transports;

/// <summary>The live connections by id and by address, and the caps on them.</summary>
internal sealed class TcpConnectionTable(SipTransportOptions options)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<long, TcpSipConnection> _byId = [];
    private readonly Dictionary<IPEndPoint, TcpSipConnection> _byAddress = [];
    private readonly Dictionary<IPAddress, int> _perAddress = [];
    private bool _closed;

    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _byId.Count;
            }
        }
    }

    /// <summary>False where a cap is reached or the transport stops; the caller then closes the connection.</summary>
    public bool TryAdd(TcpSipConnection connection)
    {
        lock (_lock)
        {
            var fromAddress = _perAddress.GetValueOrDefault(connection.Remote.Address);
            if (_closed || _byId.Count >= options.MaxConnections || fromAddress >= options.MaxConnectionsPerAddress)
            {
                return false;
            }

            _byId.Add(connection.Id, connection);
            _byAddress[connection.Remote] = connection;
            _perAddress[connection.Remote.Address] = fromAddress + 1;
            return true;
        }
    }

    public void Remove(TcpSipConnection connection)
    {
        lock (_lock)
        {
            if (!_byId.Remove(connection.Id))
            {
                return;
            }

            if (_byAddress.TryGetValue(connection.Remote, out var known) && known == connection)
            {
                _byAddress.Remove(connection.Remote);
            }

            if (--_perAddress[connection.Remote.Address] == 0)
            {
                _perAddress.Remove(connection.Remote.Address);
            }
        }
    }

    /// <summary>The named connection, else one to the address, else null.</summary>
    public TcpSipConnection? Find(SipPeer peer)
    {
        lock (_lock)
        {
            return _byId.TryGetValue(peer.Connection, out var named) ? named : _byAddress.GetValueOrDefault(peer.EndPoint);
        }
    }

    /// <summary>Refuses new connections and gives back those to close.</summary>
    public IReadOnlyList<TcpSipConnection> Shut()
    {
        lock (_lock)
        {
            _closed = true;
            return [.. _byId.Values];
        }
    }
}
