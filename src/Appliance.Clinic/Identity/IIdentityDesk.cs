namespace Appliance.Clinic.Identity;

/// <summary>
/// Verifies who is calling, by what only the patient should know. Each claim is answered, counted and audited in one transaction,
/// with the same work whether or not there is such a patient. Exceptions mean that the store is lost and nothing was counted.
/// </summary>
public interface IIdentityDesk
{
    /// <summary>Judges a claim; asking again with the key gives the same answer and takes no further try.</summary>
    /// <exception cref="ArgumentException">The actor is no call.</exception>
    Task<IdentityResult> VerifyAsync(IdentityClaim claim, IdempotencyKey key, Actor call, CancellationToken cancellationToken);

    /// <summary>The proof behind a handle; null when this call never verified it or has ended.</summary>
    Task<VerifiedPatient?> RecallAsync(VerificationId id, Actor call, CancellationToken cancellationToken);

    /// <summary>The call has ended: nothing that it verified counts any more.</summary>
    Task EndAsync(Actor call, CancellationToken cancellationToken);
}
