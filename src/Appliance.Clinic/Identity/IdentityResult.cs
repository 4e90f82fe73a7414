namespace Appliance.Clinic.Identity;

/// <summary>The answer to a claim.</summary>
public abstract record IdentityResult
{
    private IdentityResult()
    {
    }

    /// <summary>Exactly one patient fits.</summary>
    public sealed record Verified(VerifiedPatient Patient) : IdentityResult;

    /// <summary>No patient or several fit, or no try was left. Deliberately the same for all of them. TriesLeft: 0 to 2.</summary>
    public sealed record NotVerified(int TriesLeft) : IdentityResult;
}
