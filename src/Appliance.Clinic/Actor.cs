namespace Appliance.Clinic;

/// <summary>Who acts: a call that is being handled, a person who is signed in, or the appliance itself.</summary>
public enum ActorKind
{
    Call = 1,
    User = 2,
    System = 3,
}

/// <summary>
/// Who does something, for every port of the clinic; written to the audit trail.
/// For calls give the appliance's own call id, never the SIP Call-ID or the caller's number: the far end chose those.
/// </summary>
public sealed record Actor
{
    private Actor(ActorKind kind, string id)
    {
        Kind = kind;
        Id = Identifier.Require(id, nameof(id));
    }

    public ActorKind Kind { get; }

    public string Id { get; }

    public static Actor Call(string callId) => new(ActorKind.Call, callId);

    public static Actor User(string userId) => new(ActorKind.User, userId);

    public static Actor System(string component) => new(ActorKind.System, component);

    /// <summary>The actor that was stored as kind and id.</summary>
    public static Actor Of(ActorKind kind, string id) => new(kind, id);

    public override string ToString() => Kind.ToString().ToLowerInvariant() + "/" + Id;
}
