using Appliance.Clinic;
using Appliance.Clinic.Identity;
using Appliance.Clinic.Identity.Rules;
using Appliance.Clinic.Patients;
using Appliance.Clinic.Profiles;
using Appliance.Store.Audit;
using Appliance.Store.Database;
using Appliance.Store.Patients;

namespace Appliance.Store.Identity;

/// <summary>
/// One try of a call to say who is calling, as a transaction. Whatever fits, the same statements run; no body is opened, so that
/// nothing but the last answer differs.
/// </summary>
internal sealed record VerifyClaim(ClinicProfile Profile, IdentityClaim Claim, IdempotencyKey Key, Actor Call)
{
    public IdentityResult Run(StoreTransaction transaction)
    {
        var idempotency = new Idempotency(
            transaction,
            "verify",
            Key,
            Call.ToString(),
            PatientMatching.Name(Claim.Name),
            PatientMatching.BirthDate(Claim.BirthDate),
            PatientMatching.Phone(Claim.Phone ?? string.Empty)).Look();
        var made = IdentityChecks.Of(transaction, Call);
        if (!idempotency.IsReused && made.Find(check => string.Equals(check.Id.Value, idempotency.Subject, StringComparison.Ordinal)) is { } before)
        {
            return Answer(before);
        }

        return CallHasThreeTries.IsMet(made.Count) && !idempotency.IsReused
            ? Judge(transaction, made.Count + 1, idempotency)
            : Refuse(transaction, made.Count);
    }

    private IdentityResult Judge(StoreTransaction transaction, int number, Idempotency idempotency)
    {
        IdentityChecks.Forget(transaction);
        var fitting = PatientDocuments.Match(transaction, Claim, Profile.IdentityNeedsPhone);
        var check = new IdentityCheck(VerificationId.New(), number, ClaimFitsOnePatientOnly.IsMet(fitting) ? fitting[0] : null);
        IdentityChecks.Add(transaction, check, Call);
        idempotency.Remember(check.Id.Value);
        transaction.Audit(
            Call, check.Patient is null ? AuditAction.IdentityRefused : AuditAction.IdentityVerified, check.Patient?.Value ?? check.Id.Value);
        return Answer(check);
    }

    private IdentityResult.NotVerified Refuse(StoreTransaction transaction, int made)
    {
        transaction.Audit(Call, AuditAction.IdentityRefused, Call.Id);
        return new IdentityResult.NotVerified(CallHasThreeTries.Left(made));
    }

    private IdentityResult Answer(IdentityCheck check) => check.Patient is null
        ? new IdentityResult.NotVerified(CallHasThreeTries.Left(check.Number))
        : new IdentityResult.Verified(new VerifiedPatient(check.Id, Call));
}
