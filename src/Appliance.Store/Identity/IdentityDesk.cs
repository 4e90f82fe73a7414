using Appliance.Clinic;
using Appliance.Clinic.Identity;
using Appliance.Clinic.Profiles;
using Appliance.Store.Database;

namespace Appliance.Store.Identity;

/// <summary>The identity desk on the store.</summary>
internal sealed class IdentityDesk(StoreWriter writer, StoreReader reader, ClinicProfile profile, TimeProvider time) : IIdentityDesk
{
    public Task<IdentityResult> VerifyAsync(IdentityClaim claim, IdempotencyKey key, Actor call, CancellationToken cancellationToken) =>
        call.Kind == ActorKind.Call
            ? writer.RunAsync(new VerifyClaim(profile, claim, key, call).Run, cancellationToken)
            : throw new ArgumentException("Only calls are verified; people sign in.", nameof(call));

    // A handle tells nothing of its patient, so this read needs no audit entry and no writer.
    public Task<VerifiedPatient?> RecallAsync(VerificationId id, Actor call, CancellationToken cancellationToken) => reader.RunAsync(
        connection => IdentityChecks.PatientOf(connection, id, call, time.GetUtcNow()) is null ? null : new VerifiedPatient(id, call),
        cancellationToken);

    public Task EndAsync(Actor call, CancellationToken cancellationToken) =>
        writer.RunAsync(transaction => IdentityChecks.End(transaction, call), cancellationToken);
}
