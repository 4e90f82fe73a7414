namespace Appliance.Clinic.Holds.Rules;

/// <summary>At the moment of expiry a hold is already dead; a live one blocks, an expired one does not.</summary>
public static class ExpiredHoldNeverBooks
{
    public static bool IsMet(DateTimeOffset expiresAt, DateTimeOffset now) => now < expiresAt;
}
