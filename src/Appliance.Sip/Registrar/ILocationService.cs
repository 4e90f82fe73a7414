using System.Collections.Immutable;

namespace Appliance.Sip.Registrar;

/// <summary>Who is reached where. One writer, the registrar; readers on any thread.</summary>
public interface ILocationService
{
    /// <summary>The user's bindings that have not expired, oldest first; empty where there are none.</summary>
    /// <param name="user">User part of the address of record.</param>
    ImmutableArray<Binding> Find(string user);

    /// <summary>Replaces all of the user's bindings.</summary>
    void Set(string user, ImmutableArray<Binding> bindings);
}
