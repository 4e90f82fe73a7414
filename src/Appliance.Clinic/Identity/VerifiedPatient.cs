namespace Appliance.Clinic.Identity;

/// <summary>The handle of a verification; random, so that it can stand in logs. By itself it opens nothing.</summary>
public sealed record VerificationId
{
    public VerificationId(string value) => Value = Identifier.Require(value, nameof(value));

    public string Value { get; }

    public static VerificationId New() => new(Identifier.New("idv"));

    public override string ToString() => Value;
}

/// <summary>
/// Proof that one call has verified one patient. Only an <see cref="IIdentityDesk"/> can make it, and every use of it is checked
/// anew: it is worth nothing to another call, nor after its call.
/// </summary>
public sealed class VerifiedPatient
{
    internal VerifiedPatient(VerificationId id, Actor call)
    {
        Id = id;
        Call = call;
    }

    public VerificationId Id { get; }

    /// <summary>The call that verified; it is the actor of all that is done with this.</summary>
    public Actor Call { get; }

    /// <summary>Only the handle.</summary>
    public override string ToString() => Id.ToString();
}
