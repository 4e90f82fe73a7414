using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Appliance.Sip.Registrar;

/// <summary>Bindings in memory. Bounded by the accounts there are and the contacts each may have; phones register anew after a restart.</summary>
/// <param name="time">Bindings expire by it.</param>
public sealed class LocationService(TimeProvider time) : ILocationService
{
    private readonly ConcurrentDictionary<string, ImmutableArray<Binding>> _users = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public ImmutableArray<Binding> Find(string user)
    {
        if (!_users.TryGetValue(user, out var bindings))
        {
            return [];
        }

        var now = time.GetUtcNow();
        var alive = bindings.RemoveAll(b => b.ExpiresAt <= now);
        if (alive.IsEmpty)
        {
            // Only this very entry: a newer one stays.
            _users.TryRemove(new KeyValuePair<string, ImmutableArray<Binding>>(user, bindings));
        }

        return alive;
    }

    /// <inheritdoc/>
    public void Set(string user, ImmutableArray<Binding> bindings)
    {
        if (bindings.IsEmpty)
        {
            _users.TryRemove(user, out _);
        }
        else
        {
            _users[user] = bindings;
        }
    }
}
